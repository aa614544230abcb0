import { PortalError } from '@ketenregie/portal-kit';
import { addressIn, Loaded, ProblemNotice } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { ButtonLink, PageHeader, useText } from '@ketenregie/ui';
import type { ReactNode } from 'react';
import { importOf } from '../import-facts.js';
import type { ImportDetails } from '../import-facts.js';
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
            {busy ? <Working found={found} /> : found.state === 'failed' ? <NotRead portal={portal} found={found} /> : children(found)}
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

function NotRead({ portal, found }: { readonly portal: Portal; readonly found: ImportDetails }) {
  const text = useText();
  return (
    <>
      <ProblemNotice error={new PortalError(found.operation?.failure ?? 'FILE_REFUSED')} />
      <ButtonLink kind="primary" href={addressIn(portal, 'import')}>
        {text('import.another')}
      </ButtonLink>
    </>
  );
}
