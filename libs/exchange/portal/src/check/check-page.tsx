import { addressIn, Loaded, ProblemNotice, usePortalChange, usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, Dialog, SectionHeader, useText, useToast } from '@ketenregie/ui';
import { useState } from 'react';
import { CountsPanel } from '../frame/counts.js';
import { ImportFrame } from '../frame/import-frame.js';
import { OperationBar } from '../frame/operation-bar.js';
import { POLL_MS } from '../frame/use-import.js';
import { ImportApplyDocument, ImportDiscardDocument, ImportOneDocument, ImportPreviewDocument } from '../generated/operations.js';
import type { ImportDetails } from '../import-facts.js';
import type { CheckSearch } from './check-search.js';
import { FindingGroups } from './finding-groups.js';

export interface CheckPageProps {
  readonly portal: Portal;
  readonly importId: string;
  readonly search: CheckSearch;
  readonly onSearch: (search: CheckSearch) => void;
}

/** What was recorded, undone or thrown away is only looked back at. */
const isOpen = ({ state }: ImportDetails): boolean => state === 'staging' || state === 'staged';

/** What would change, and the problems by repair. Nothing is written before somebody says so. */
export function CheckPage({ portal, importId, search, onSearch }: CheckPageProps) {
  const text = useText();
  return (
    <ImportFrame portal={portal} importId={importId} step="check" title={(file) => text('import.check.title', { file })} lead={(found) => text(isOpen(found) ? 'import.check.lead' : 'import.check.leadDone')} actions={(found) => <DiscardButton portal={portal} found={found} />}>
      {(found) => (
        <>
          {isOpen(found) && <Preview portal={portal} found={found} />}
          <FindingGroups portal={portal} found={found} search={search} onSearch={onSearch} />
        </>
      )}
    </ImportFrame>
  );
}

/** New, changed, unchanged and skipped, worked out by applying and rolling back, with the one button that writes. */
function Preview({ portal, found }: { readonly portal: Portal; readonly found: ImportDetails }) {
  const text = useText();
  const query = usePortalQuery(portal, { subject: 'imports', document: ImportPreviewDocument, variables: { id: found.id }, isEnabled: found.state === 'staged' });
  const apply = usePortalChange(portal, 'import', ImportApplyDocument);
  // A promise, since this is taken away as soon as the import is known to be recorded; what goes wrong is shown by `apply.error`.
  const record = () => void apply.mutateAsync({ id: found.id }).then(() => portal.goTo(addressIn(portal, `import/${found.id}/gereed`)), () => undefined);
  return (
    <section className="x-preview" aria-labelledby="verandert">
      <SectionHeader id="verandert" title={text('import.check.facts')} />
      {apply.error !== null && <ProblemNotice error={apply.error} />}
      {query.isLoading && <Counting portal={portal} importId={found.id} />}
      <Loaded query={query}>
        {({ importPreview: counts }) => (
          <>
            <CountsPanel counts={counts} />
            <div className="x-apply">
              <p className="x-note">
                {text('import.check.unit')}
                {counts.skipped > 0 && ` ${text('import.check.skippedWhy')}`}
              </p>
              {found.viewerCan.includes('import.apply') ? (
                <Button kind="primary" isPending={apply.isPending} onPress={record}>
                  {counts.created + counts.updated === 0 ? text('import.check.applyNothing') : text('import.check.apply', { created: counts.created, updated: counts.updated })}
                </Button>
              ) : (
                <p>{text('import.check.applyByOther')}</p>
              )}
            </div>
          </>
        )}
      </Loaded>
    </section>
  );
}

/** How far working out is: a long file takes more than a moment. */
function Counting({ portal, importId }: { readonly portal: Portal; readonly importId: string }) {
  const { data } = usePortalQuery(portal, { subject: 'imports', document: ImportOneDocument, variables: { id: importId }, again: () => POLL_MS });
  const preview = data?.import.preview;
  return <OperationBar what="previewing" done={preview?.state === 'running' ? preview.done : 0} total={null} />;
}

function DiscardButton({ portal, found }: { readonly portal: Portal; readonly found: ImportDetails }) {
  const text = useText();
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  const discard = usePortalChange(portal, 'import', ImportDiscardDocument);
  if (!found.viewerCan.includes('import.stage')) return null;
  const go = () =>
    discard.mutate({ id: found.id }, {
      onSuccess: () => {
        toast({ kind: 'done', title: text('import.check.discarded', { file: found.fileName }) });
        portal.goTo(addressIn(portal, 'import'));
      },
    });
  const actions = (
    <>
      <Button kind="danger" isPending={discard.isPending} onPress={go}>
        {text('import.check.discard')}
      </Button>
      <Button slot="close">{text('action.cancel')}</Button>
    </>
  );
  return (
    <>
      <Button kind="quiet" onPress={() => setAsking(true)}>
        {text('import.check.discard')}
      </Button>
      <Dialog title={text('import.check.discardTitle')} isOpen={isAsking} onOpenChange={setAsking} actions={actions}>
        {discard.error !== null && <ProblemNotice error={discard.error} />}
        <p>{text('import.check.discardWhy')}</p>
      </Dialog>
    </>
  );
}
