import { ExportLink, ProblemNotice, Loaded, usePortalChange, usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { EmptyState, FilterBar, SectionHeader, useText, useToast } from '@ketenregie/ui';
import { lazy, Suspense, useState } from 'react';
import { ImportFindingsDocument, ImportIgnoreDocument, ImportRepairDocument } from '../generated/operations.js';
import { groupOf, SEVERITIES } from '../import-facts.js';
import type { FindingGroup, ImportDetails } from '../import-facts.js';
import { CategorySection } from './category-section.js';
import { byCategory, openCounts } from './check-search.js';
import type { CategoryOfGroups, CheckSearch } from './check-search.js';
import { FindingRows } from './finding-rows.js';
import { GroupRow } from './group-row.js';
import { repairOf } from './repair-input.js';
import type { Repair } from './repair-input.js';
import type { RepairChoices } from './repair-field.js';
import { repairKindOf } from './repair-kind.js';
import { useRepairChoices } from './use-repair-choices.js';

/** Its fields are a third of the page and are not needed before somebody asks for them. */
const RepairDialog = lazy(async () => ({ default: (await import('./repair-dialog.js')).RepairDialog }));

const CompanyDialog = lazy(async () => ({ default: (await import('./company-dialog.js')).CompanyDialog }));

export interface FindingGroupsProps {
  readonly portal: Portal;
  readonly found: ImportDetails;
  readonly search: CheckSearch;
  readonly onSearch: (search: CheckSearch) => void;
}

/** All problems of a file, grouped by the act that repairs them. */
export function FindingGroups({ portal, found, search, onSearch }: FindingGroupsProps) {
  const text = useText();
  const query = usePortalQuery(portal, { subject: 'imports', document: ImportFindingsDocument, variables: { id: found.id } });
  return (
    <section aria-labelledby="problemen">
      <Loaded query={query}>
        {({ importFindings }) => {
          const groups = importFindings.map(groupOf);
          const counts = openCounts(groups);
          if (groups.length === 0) return <EmptyState title={text('import.check.none')}>{text('import.check.noneWhy')}</EmptyState>;
          const choices = [{ key: 'all', label: text('import.check.all') }, ...SEVERITIES.map((key) => ({ key, label: text(`import.severity.${key}`), count: counts[key] }))];
          const choose = (key: string) => onSearch(key === 'all' ? {} : { soort: SEVERITIES.find((each) => each === key) ?? 'blocks' });
          return (
            <>
              <SectionHeader id="problemen" title={text(found.state === 'staging' || found.state === 'staged' ? 'import.check.groups' : 'import.check.groupsDone')} count={byCategory(groups).length} action={<ExportLink portal={portal} list="import-findings" filter={{ id: found.id, severity: search.soort }} label={text('list.exportFindings')} />} />
              <FilterBar choices={choices} chosen={search.soort ?? 'all'} onChoose={choose} />
              <GroupList portal={portal} found={found} groups={groups.filter((group) => search.soort === undefined || group.severity === search.soort)} search={search} onSearch={onSearch} />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function GroupList({ portal, found, groups, search, onSearch }: FindingGroupsProps & { readonly groups: readonly FindingGroup[] }) {
  const text = useText();
  const toast = useToast();
  const choices = useRepairChoices(portal);
  const repair = usePortalChange(portal, 'import', ImportRepairDocument);
  const [choosing, setChoosing] = useState<FindingGroup | null>(null);
  const canRepair = found.state === 'staged' && found.viewerCan.includes('import.stage');
  const mend = (group: FindingGroup, change: Repair) =>
    repair.mutate({ input: { importId: found.id, repairKey: group.repairKey, ...change } }, {
      onSuccess: () => {
        setChoosing(null);
        toast({ kind: 'done', title: text('ignore' in change ? 'import.repair.left' : 'import.repair.done', { count: group.count }) });
      },
    });
  const ignore = usePortalChange(portal, 'import', ImportIgnoreDocument);
  const ignoreAll = ({ category, groups: all }: CategoryOfGroups) => {
    const count = all.reduce((rows, group) => rows + (group.state === 'open' ? group.count : 0), 0);
    ignore.mutate({ id: found.id, category }, { onSuccess: () => toast({ kind: 'done', title: text('import.repair.left', { count }) }) });
  };
  const isBusyWith = (group: FindingGroup) => repair.isPending && repair.variables.input.repairKey === group.repairKey;
  const { groep, ...others } = search;
  const rowOf = (group: FindingGroup) => {
    const isOpen = groep === group.repairKey;
    const offer = choices.offerOf(group);
    return (
      <GroupRow key={group.repairKey} group={group} offer={offer?.label ?? null} canRepair={canRepair} isBusy={isBusyWith(group)} isOpen={isOpen} onTakeOffer={() => mend(group, repairOf(repairKindOf(group.category) ?? 'service', offer?.key ?? ''))} onChoose={() => setChoosing(group)} onIgnore={() => mend(group, { ignore: true })} onToggleRows={() => onSearch(isOpen ? others : { ...others, groep: group.repairKey })}>
        {isOpen ? <FindingRows portal={portal} importId={found.id} repairKey={group.repairKey} /> : null}
      </GroupRow>
    );
  };
  if (groups.length === 0) return <p className="x-note">{text('import.check.allDone')}</p>;
  return (
    <>
      {repair.error !== null && <ProblemNotice error={repair.error} onClose={repair.reset} />}
      {ignore.error !== null && <ProblemNotice error={ignore.error} onClose={ignore.reset} />}
      <div className="x-groups">
        {byCategory(groups).map((category) => (
          <CategorySection key={category.category} category={category} openKey={search.groep} canRepair={canRepair} isBusy={ignore.isPending && ignore.variables.category === category.category} onIgnoreAll={() => ignoreAll(category)} rowOf={rowOf} />
        ))}
      </div>
      {choosing !== null && (
        <Suspense fallback={null}>
          <Choosing portal={portal} found={found} group={choosing} choices={choices} isBusy={repair.isPending} onClose={() => setChoosing(null)} onRepair={(change) => mend(choosing, change)} />
        </Suspense>
      )}
    </>
  );
}

interface ChoosingProps {
  readonly portal: Portal;
  readonly found: ImportDetails;
  readonly group: FindingGroup;
  readonly choices: RepairChoices;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onRepair: (repair: Repair) => void;
}

/** What a person fills in for a group: a value, or of which company its rows are. */
function Choosing({ portal, found, choices, onRepair, ...rest }: ChoosingProps) {
  if (repairKindOf(rest.group.category) === 'company') return <CompanyDialog portal={portal} canCreate={found.viewerCan.includes('company.create')} onRepair={onRepair} {...rest} />;
  return <RepairDialog choices={choices} onRepair={(kind, value) => onRepair(repairOf(kind, value))} {...rest} />;
}
