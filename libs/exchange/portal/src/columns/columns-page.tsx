import { addressIn } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { ButtonLink, useText } from '@ketenregie/ui';
import { ImportFrame } from '../frame/import-frame.js';
import type { ImportDetails } from '../import-facts.js';
import { ColumnsTable } from './columns-table.js';
import { KindQuestion } from './kind-question.js';

export interface ImportPartProps {
  readonly portal: Portal;
  readonly importId: string;
}

/** How a file was read: what kind of list it is, and each column with three of its values. */
export function ColumnsPage({ portal, importId }: ImportPartProps) {
  const text = useText();
  return (
    <ImportFrame portal={portal} importId={importId} step="columns" title={(file) => text('import.columns.title', { file })} lead={text('import.columns.lead')} actions={(found) => found.state === 'staged' && <NextButton portal={portal} importId={importId} />}>
      {(found) => <Columns portal={portal} found={found} />}
    </ImportFrame>
  );
}

function NextButton({ portal, importId }: ImportPartProps) {
  const text = useText();
  return (
    <ButtonLink kind="primary" href={addressIn(portal, `import/${importId}/nakijken`)}>
      {text('import.columns.next')}
    </ButtonLink>
  );
}

function Columns({ portal, found }: { readonly portal: Portal; readonly found: ImportDetails }) {
  return (
    <>
      <KindQuestion portal={portal} found={found} />
      {found.sheets.map((sheet) => (
        <ColumnsTable key={sheet.sheet ?? ''} sheet={sheet} />
      ))}
      {found.state === 'staged' && <NextButton portal={portal} importId={found.id} />}
    </>
  );
}
