import { PageInfoModel } from '@ketenregie/platform/graphql';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

const optionalText = { nullable: true } as const;

@ObjectType('ChangeCounts', { description: 'What applying changes, counted in facts.' })
export class ChangeCountsModel {
  @Field(() => Int)
  created!: number;
  @Field(() => Int)
  updated!: number;
  @Field(() => Int)
  unchanged!: number;
  @Field(() => Int)
  skipped!: number;
}

@ObjectType('ImportOperation', { description: 'Long work about an import: what it is doing and how far it is.' })
export class ImportOperationModel {
  @Field(() => String)
  kind!: string;
  @Field(() => String, { description: 'running, done or failed' })
  state!: string;
  @Field(() => String)
  phase!: string;
  @Field(() => Int)
  done!: number;
  @Field(() => Int, { nullable: true })
  total!: number | null;
  @Field(() => String, { nullable: true, description: 'The code of what went wrong.' })
  failure!: string | null;
}

@ObjectType('ImportColumn', { description: 'How a column was understood, with three of its values.' })
export class ImportColumnModel {
  @Field(() => String)
  letter!: string;
  @Field(() => String)
  header!: string;
  @Field(() => String, optionalText)
  meaning!: string | null;
  @Field(() => [String])
  samples!: readonly string[];
}

@ObjectType('ImportSheet')
export class ImportSheetModel {
  @Field(() => String, optionalText)
  sheet!: string | null;
  @Field(() => Int, { nullable: true })
  headerRow!: number | null;
  @Field(() => [ImportColumnModel])
  columns!: readonly ImportColumnModel[];
}

@ObjectType('Import', { description: 'One file that was brought in.' })
export class ImportModel {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  fileName!: string;
  @Field(() => String, optionalText)
  kind!: string | null;
  @Field(() => String, optionalText)
  supplierKey!: string | null;
  @Field(() => String, { description: 'The day the file speaks of.' })
  referenceOn!: string;
  @Field(() => String, { description: 'staging, staged, applied, undone, failed or discarded' })
  state!: string;
  @Field(() => String)
  createdAt!: string;
  @Field(() => String)
  createdBy!: string;
  @Field(() => String, optionalText)
  undoableUntil!: string | null;
  @Field(() => ChangeCountsModel, { nullable: true })
  changes!: ChangeCountsModel | null;
}

@ObjectType('ImportEdge')
export class ImportEdgeModel {
  @Field(() => String)
  cursor!: string;
  @Field(() => ImportModel)
  node!: ImportModel;
}

@ObjectType('ImportConnection', { description: 'A page of imports, newest first, with their exact number.' })
export class ImportConnectionModel {
  @Field(() => [ImportEdgeModel])
  edges!: readonly ImportEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo!: PageInfoModel;
  @Field(() => Int)
  totalCount!: number;
}

@ObjectType('FindingGroup', { description: 'Findings that one act repairs.' })
export class FindingGroupModel {
  @Field(() => String)
  repairKey!: string;
  @Field(() => String)
  category!: string;
  @Field(() => String, { description: 'blocks, warning or info' })
  severity!: string;
  @Field(() => String, optionalText)
  value!: string | null;
  @Field(() => Int)
  count!: number;
  @Field(() => String, { nullable: true, description: 'The nearest name: an offer, never taken by itself.' })
  suggestion!: string | null;
  @Field(() => String, { description: 'open, repaired or ignored' })
  state!: string;
}

@ObjectType('FindingRow')
export class FindingRowModel {
  @Field(() => ID)
  id!: string;
  @Field(() => String, optionalText)
  sheet!: string | null;
  @Field(() => Int)
  row!: number;
  @Field(() => String, optionalText)
  cell!: string | null;
  @Field(() => String, optionalText)
  value!: string | null;
  @Field(() => String)
  message!: string;
}

@ObjectType('FindingRowEdge')
export class FindingRowEdgeModel {
  @Field(() => String)
  cursor!: string;
  @Field(() => FindingRowModel)
  node!: FindingRowModel;
}

@ObjectType('FindingRowConnection', { description: 'A page of the findings of a group, in the order of the file.' })
export class FindingRowConnectionModel {
  @Field(() => [FindingRowEdgeModel])
  edges!: readonly FindingRowEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo!: PageInfoModel;
  @Field(() => Int)
  totalCount!: number;
}

@ObjectType('ChangedSince', { description: 'Something of an import that was changed afterwards.' })
export class ChangedSinceModel {
  @Field(() => ID)
  objectId!: string;
  @Field(() => String, { description: 'company, person, means or authorisation' })
  kind!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String)
  changedAt!: string;
}

@ObjectType('ImportResult', { description: 'What a fresh import tells at once.' })
export class ImportResultModel {
  @Field(() => Int, { description: 'Rights that end within 90 days.' })
  endingSoon!: number;
  @Field(() => Int)
  levelTooLow!: number;
  @Field(() => Int, { description: 'People whose work at some company and service nobody else can do.' })
  withoutStandIn!: number;
}

@InputType('RepairCompanyInput', { description: 'A company that applying makes, of rows that name none.' })
export class RepairCompanyInput {
  @Field(() => String)
  name!: string;
  @Field(() => String, optionalText)
  kvkNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'Of the client it belongs to; left out it is a client of its own, in a holding the holding’s own.' })
  clientNumber?: string | null;
}

@InputType('RepairImportInput', { description: 'One act on a group of findings: leave it as read, or put a value in its rows.' })
export class RepairImportInput {
  @Field(() => ID)
  importId!: string;
  @Field(() => String)
  repairKey!: string;
  @Field(() => Boolean, { nullable: true })
  ignore?: boolean | null;
  @Field(() => String, { nullable: true, description: 'service, level, date, person, status, supplier, kvk, name, company or new-company' })
  kind?: string | null;
  @Field(() => String, { nullable: true, description: 'What stands there instead; an id where a person or company is meant, nothing with new-company.' })
  value?: string | null;
  @Field(() => RepairCompanyInput, { nullable: true, description: 'With new-company; only for who may make companies.' })
  company?: RepairCompanyInput | null;
}

@ArgsType()
export class FindingRowsArgs {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  repairKey!: string;
  @Field(() => Int, { defaultValue: 50, description: '1 to 200' })
  first!: number;
  @Field(() => String, optionalText)
  after?: string | null;
}
