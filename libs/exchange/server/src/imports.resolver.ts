import type { RightStatus } from '@ketenregie/access-domain';
import { accessPage, answersFor } from '@ketenregie/access-server';
import { REPAIR_KINDS } from '@ketenregie/exchange-domain';
import { type CalendarDate, ForbiddenError, InvalidInputError, NotFoundError, isId, readId } from '@ketenregie/kernel';
import { TenantDb } from '@ketenregie/platform/db';
import { sweepTasks } from '@ketenregie/tasks-server';
import { type Batch, Operation, OperationContext, TenantMutation, TenantQuery, isInstantPart, isNumberPart, pageSize, placeOfKinds } from '@ketenregie/platform/graphql';
import { Args, ID, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { applyImport } from './applying/apply-import.js';
import { previewTelling } from './applying/preview-import.js';
import {
  ChangeCountsModel, ChangedSinceModel, FindingGroupModel, FindingRowConnectionModel, FindingRowsArgs, ImportConnectionModel, ImportModel, ImportOperationModel, ImportResultModel, ImportSheetModel, RepairImportInput,
} from './import.model.js';
import { followWork } from './follow-work.js';
import { findingGroups, findingRows } from './findings.queries.js';
import { type ImportRecord, type OperationRecord, importById, importPage, operationsByImport, previewsByImport } from './imports.queries.js';
import { type RepairRequest, discardImport, ignoreFindings, repairImport } from './repair-import.js';
import { changedSince, undoImport } from './undo-import.js';

const operationBatch: Batch<string, OperationRecord> = { name: 'import-operations', load: operationsByImport };
const previewBatch: Batch<string, OperationRecord> = { name: 'import-previews', load: previewsByImport };

async function importOf(operation: OperationContext, id: string): Promise<ImportRecord> {
  const found = await importById(operation.reader, readId(id));
  if (found === null) throw new NotFoundError('The import');
  return found;
}

/** Companies are made by who may, and sees all clients (decision 0003). */
const mayMakeCompanies = (operation: OperationContext): boolean => operation.may('company.create') && operation.viewer.scope.hasAllClients;

function repairOf({ ignore, kind, value, company }: RepairImportInput, operation: OperationContext): RepairRequest {
  if (ignore === true) return { ignore: true };
  const known = REPAIR_KINDS.find((one) => one === kind);
  if (known === 'new-company') {
    if (!mayMakeCompanies(operation)) throw new ForbiddenError('company.create');
    if (company == null) throw new InvalidInputError('A new company has a name.', 'company');
    return { kind: known, company };
  }
  if (known === undefined || !value) throw new InvalidInputError(`A repair is one of: ${REPAIR_KINDS.join(', ')}, with a value.`, 'kind');
  return { kind: known, value };
}

/** What the answers over the whole tenant say at once after an import. */
async function resultOn(operation: OperationContext, today: CalendarDate): Promise<ImportResultModel> {
  const answers = await answersFor(operation.reader, {}, { on: today, knownAt: null });
  const able = answers.filter(({ can }) => can === 'yes');
  const holders = new Map<string, string[]>();
  for (const { companyId, serviceKey, personId } of able) holders.set(`${companyId} ${serviceKey}`, [...(holders.get(`${companyId} ${serviceKey}`) ?? []), personId]);
  // Counted as the list behind each figure counts, so that both always agree.
  const listed = async (status: RightStatus): Promise<number> => (await accessPage(operation.reader, { statuses: [status] }, { on: today, knownAt: null, page: { first: 1 } })).totalCount;
  return {
    endingSoon: await listed('expiring'),
    levelTooLow: await listed('level-too-low'),
    withoutStandIn: new Set([...holders.values()].filter((people) => people.length === 1).flat()).size,
  };
}

@Resolver(() => ImportModel)
export class ImportsResolver {
  constructor(private readonly db: TenantDb) {}

  @TenantQuery(() => ImportConnectionModel, { needs: 'import.see', description: 'Files brought in, newest first.' })
  imports(@Args('first', { type: () => Int, defaultValue: 50 }) first: number, @Args('after', { type: () => String, nullable: true }) after: string | null, @Operation() operation: OperationContext): Promise<ImportConnectionModel> {
    return importPage(operation.reader, { first: pageSize(first), after: placeOfKinds(after, [isInstantPart, isId]) });
  }

  @TenantQuery(() => ImportModel, { needs: 'import.see', description: 'One file brought in.', name: 'import' })
  import(@Args('id', { type: () => ID }) id: string, @Operation() operation: OperationContext): Promise<ImportModel> {
    return importOf(operation, id);
  }

  @TenantQuery(() => ChangeCountsModel, { needs: 'import.stage', description: 'What applying would change; nothing is changed.' })
  async importPreview(@Args('id', { type: () => ID }) id: string, @Operation() operation: OperationContext): Promise<ChangeCountsModel> {
    await importOf(operation, id);
    const { scope } = operation.viewer;
    return followWork(this.db, { scope, kind: 'import.preview', importId: id }, (tell) => previewTelling({ db: this.db, scope, importId: id }, tell));
  }

  @TenantQuery(() => [FindingGroupModel], { needs: 'import.see', description: 'What the reading asks, grouped by repair.' })
  async importFindings(@Args('id', { type: () => ID }) id: string, @Operation() operation: OperationContext): Promise<FindingGroupModel[]> {
    await importOf(operation, id);
    return findingGroups(operation.reader, id);
  }

  @TenantQuery(() => [ChangedSinceModel], { needs: 'import.see', description: 'What an undo would find changed.' })
  async importChangedSince(@Args('id', { type: () => ID }) id: string, @Operation() operation: OperationContext): Promise<ChangedSinceModel[]> {
    await importOf(operation, id);
    return changedSince(operation.reader, id);
  }

  @TenantQuery(() => ImportResultModel, { needs: 'import.see', description: 'What is known once the file is in.' })
  async importResult(@Args('id', { type: () => ID }) id: string, @Operation() operation: OperationContext): Promise<ImportResultModel> {
    await importOf(operation, id);
    return resultOn(operation, operation.today);
  }

  @TenantMutation(() => ImportModel, { needs: 'import.stage', description: 'Repairs a group of findings at once.' })
  async repairImport(@Args('input') input: RepairImportInput, @Operation() operation: OperationContext): Promise<ImportModel> {
    const group = { importId: readId(input.importId), repairKey: input.repairKey, repair: repairOf(input, operation) };
    return importOf(operation, await operation.write('repair-import', input, (writer) => repairImport(writer, group)));
  }

  @TenantMutation(() => ImportModel, { needs: 'import.stage', description: 'Leaves all findings of a category as they were read.' })
  async ignoreImportFindings(@Args('id', { type: () => ID }) id: string, @Args('category') category: string, @Operation() operation: OperationContext): Promise<ImportModel> {
    const asked = { importId: readId(id), category };
    return importOf(operation, await operation.write('ignore-import-findings', asked, (writer) => ignoreFindings(writer, asked)));
  }

  @TenantMutation(() => ImportModel, { needs: 'import.apply', description: 'Records what the file says: all of it or nothing.' })
  async applyImport(@Args('id', { type: () => ID }) id: string, @Operation() operation: OperationContext): Promise<ImportModel> {
    const importId = readId(id);
    await followWork(this.db, { scope: operation.viewer.scope, kind: 'import.apply', importId }, (tell) =>
      operation.write('apply-import', { importId }, async (writer) => {
        const changes = await applyImport(writer, importId, tell);
        await sweepTasks(writer, operation.today);
        return changes;
      }),
    );
    return importOf(operation, importId);
  }

  @TenantMutation(() => ImportModel, { needs: 'import.undo', description: 'Takes back what the file brought; what was changed since stays only when told so.' })
  async undoImport(
    @Args('id', { type: () => ID }) id: string,
    @Args('keepsChanged', { type: () => Boolean, defaultValue: false }) keepsChanged: boolean,
    @Operation() operation: OperationContext,
  ): Promise<ImportModel> {
    const importId = readId(id);
    await followWork(this.db, { scope: operation.viewer.scope, kind: 'import.undo', importId }, () =>
      operation.write('undo-import', { importId, keepsChanged }, async (writer) => {
        const undone = await undoImport(writer, { importId, keepsChanged });
        await sweepTasks(writer, operation.today);
        return undone;
      }),
    );
    return importOf(operation, importId);
  }

  @TenantMutation(() => ImportModel, { needs: 'import.stage', description: 'Sets a read file aside.' })
  async discardImport(@Args('id', { type: () => ID }) id: string, @Operation() operation: OperationContext): Promise<ImportModel> {
    const importId = readId(id);
    return importOf(operation, await operation.write('discard-import', { importId }, (writer) => discardImport(writer, importId)));
  }
}

const ACTIONS_BY_STATE: Readonly<Record<string, readonly string[]>> = { staged: ['import.stage', 'import.apply'], applied: ['import.undo'] };

@Resolver(() => ImportModel)
export class ImportFieldsResolver {
  @TenantQuery(() => FindingRowConnectionModel, { needs: 'import.see', description: 'The findings of a group, in the order of the file.' })
  async importFindingRows(@Args() args: FindingRowsArgs, @Operation() operation: OperationContext): Promise<FindingRowConnectionModel> {
    const { id, repairKey, first, after } = args;
    await importOf(operation, id);
    return findingRows(operation.reader, { importId: id, repairKey, first: pageSize(first), after: placeOfKinds(after, [isNumberPart]) });
  }

  @ResolveField(() => [ImportSheetModel], { description: 'How its columns were understood.' })
  sheets(@Parent() { reading }: ImportRecord): readonly ImportSheetModel[] {
    return reading.sheets ?? [];
  }

  @ResolveField(() => ImportOperationModel, { nullable: true, description: 'Reading, recording or undoing it: running, or what became of it last.' })
  async operation(@Parent() { id }: ImportRecord, @Operation() operation: OperationContext): Promise<ImportOperationModel | null> {
    return (await operation.load(operationBatch, id)) ?? null;
  }

  @ResolveField(() => ImportOperationModel, { nullable: true, description: 'Working out what it would change: running or last done.' })
  async preview(@Parent() { id }: ImportRecord, @Operation() operation: OperationContext): Promise<ImportOperationModel | null> {
    return (await operation.load(previewBatch, id)) ?? null;
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it now.' })
  viewerCan(@Parent() { state }: ImportRecord, @Operation() operation: OperationContext): string[] {
    const actions = (ACTIONS_BY_STATE[state] ?? []).filter((action) => operation.may(action));
    return state === 'staged' && mayMakeCompanies(operation) ? [...actions, 'company.create'] : actions;
  }
}
