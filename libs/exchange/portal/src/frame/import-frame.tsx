import { PortalError } from '@ketenregie/portal-kit';
import { addressIn, Loaded, ProblemNotice } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, ButtonLink, Notice, PageHeader, useText } from '@ketenregie/ui';
import type { ReactNode } from 'react';
import { importOf } from '../import-facts.js';
import type { ImportDetails } from '../import-facts.js';
import { keptFile } from '../upload/kept-files.js';
import { UploadProblem } from '../upload/upload-problem.js';
import { useUpload } from '../upload/use-upload.js';
import { ImportSteps } from './import-steps.js';
import type { ImportStep } from './import-steps.js';
import { OperationBar } from './operation-bar.js';
import { isBusy, useImport } from './use-import.js';

export interface ImportFrameProps {
  readonly portal: Portal;
  readonly importId: string;
  readonly step: ImportStep;
  readonly title: (fileName: string, found: ImportDetails) => string;
  /** May differ by how far the import is. */
  readonly lead: string | ((found: ImportDetails) => string);
  readonly actions?: (found: ImportDetails) => ReactNode;
  /** What stands there once the server is not at work on the import. */
  readonly children: (found: ImportDetails) => ReactNode;
}

/** The head of every page of one import: title, steps, and how far the server is. */
export function ImportFrame({ portal, importId, step, title, lead, actions, children }: ImportFrameProps) {
  const text = useText();
  const query = useImport(portal, importId);
  return (
    <Loaded query={query} missing={{ title: text('import.title'), href: addressIn(portal, 'import'), back: text('import.all') }}>
      {(answer) => {
        const found = importOf(answer.import);
        const busy = isBusy(found);
        return (
          <>
            <PageHeader title={title(found.fileName, found)} lead={typeof lead === 'string' ? lead : lead(found)} {...(actions === undefined || busy ? {} : { actions: actions(found) })} />
            <ImportSteps portal={portal} importId={importId} current={step} reached={reachedOf(found)} />
            {busy ? <Working found={found} /> : <Settled portal={portal} found={found}>{children}</Settled>}
          </>
        );
      }}
    </Loaded>
  );
}

function reachedOf({ state }: ImportDetails): ImportStep {
  return state === 'applied' || state === 'undone' ? 'done' : state === 'staged' ? 'check' : 'columns';
}

function Working({ found }: { readonly found: ImportDetails }) {
  const { operation } = found;
  const what = found.state === 'staging' ? 'staging' : found.state === 'applied' ? 'undoing' : 'applying';
  return <OperationBar what={what} done={operation?.done ?? 0} total={operation?.total ?? null} />;
}

type SettledProps = Pick<ImportFrameProps, 'portal' | 'children'> & { readonly found: ImportDetails };

/** What became of it. Of recording or undoing that was cut off it is said that nothing of it was done, also to who comes back later. */
function Settled({ portal, found, children }: SettledProps) {
  const text = useText();
  const { operation } = found;
  if (found.state === 'failed') return <NotRead portal={portal} found={found} />;
  const undone = operation?.failure === 'INTERRUPTED' ? (operation.kind === 'import.undo' ? 'undo' : 'apply') : null;
  return (
    <>
      {undone !== null && (
        <Notice kind="problem" title={text(`import.interrupted.${undone}`)}>
          {text(`import.interrupted.${undone}Why`)}
        </Notice>
      )}
      {children(found)}
    </>
  );
}

function NotRead({ portal, found }: { readonly portal: Portal; readonly found: ImportDetails }) {
  const text = useText();
  const upload = useUpload(portal);
  const file = keptFile(found.id);
  const isInterrupted = found.operation === null || found.operation.failure === 'INTERRUPTED';
  const canAgain = isInterrupted && file !== null;
  return (
    <>
      <ProblemNotice error={new PortalError(isInterrupted ? 'INTERRUPTED' : (found.operation?.failure ?? 'FILE_REFUSED'))} />
      {upload.error !== null && <UploadProblem error={upload.error} onClose={upload.reset} />}
      <div className="x-actions">
        {canAgain && (
          <Button kind="primary" isPending={upload.isBusy} onPress={() => upload.send({ file, kind: null, supplier: found.supplierKey })}>
            {text('import.interrupted.again')}
          </Button>
        )}
        <ButtonLink kind={canAgain ? 'secondary' : 'primary'} href={addressIn(portal, 'import')}>
          {text('import.another')}
        </ButtonLink>
      </div>
    </>
  );
}
