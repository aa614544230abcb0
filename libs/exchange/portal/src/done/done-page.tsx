import { formatDay } from '@ketenregie/messages';
import { addressIn, Loaded, usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, ButtonLink, Notice, SectionHeader, useLanguage, useText } from '@ketenregie/ui';
import { useState } from 'react';
import { CountsPanel } from '../frame/counts.js';
import { ImportFrame } from '../frame/import-frame.js';
import { ImportResultDocument } from '../generated/operations.js';
import type { ImportDetails } from '../import-facts.js';
import { InsightList } from './insight-list.js';
import { UndoDialog } from './undo-dialog.js';

export interface DonePageProps {
  readonly portal: Portal;
  readonly importId: string;
}

/** What was recorded, and what that tells already. */
export function DonePage({ portal, importId }: DonePageProps) {
  const text = useText();
  return (
    <ImportFrame portal={portal} importId={importId} step="done" title={(file, { state }) => text(state === 'undone' ? 'import.done.titleUndone' : 'import.done.title', { file })} lead={({ state }) => text(state === 'undone' ? 'import.done.leadUndone' : 'import.done.lead')} actions={(found) => <UndoButton portal={portal} found={found} />}>
      {(found) => (found.state === 'applied' ? <Result portal={portal} found={found} /> : <Notice kind="information" title={text(found.state === 'undone' ? 'import.undo.done' : 'import.nothingYet', { file: found.fileName })} />)}
    </ImportFrame>
  );
}

function UndoButton({ portal, found }: { readonly portal: Portal; readonly found: ImportDetails }) {
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  if (!found.viewerCan.includes('import.undo')) return null;
  return (
    <>
      <Button kind="quiet" onPress={() => setAsking(true)}>
        {text('import.undo')}
      </Button>
      {isAsking && <UndoDialog portal={portal} found={found} onClose={() => setAsking(false)} />}
    </>
  );
}

function Result({ portal, found }: { readonly portal: Portal; readonly found: ImportDetails }) {
  const text = useText();
  const language = useLanguage();
  const query = usePortalQuery(portal, { subject: 'imports', document: ImportResultDocument, variables: { id: found.id } });
  return (
    <>
      {found.changes !== null && (
        <section aria-labelledby="vastgelegd">
          <SectionHeader id="vastgelegd" title={text('import.state.applied')} />
          <CountsPanel counts={found.changes} />
          {found.undoableUntil !== null && <p className="x-note">{text('import.undoUntil', { date: formatDay(language, found.undoableUntil.slice(0, 10)) })}</p>}
        </section>
      )}
      <section aria-labelledby="opvalt">
        <SectionHeader id="opvalt" title={text('import.done.insight')} />
        <Loaded query={query}>{({ importResult }) => <InsightList portal={portal} result={importResult} />}</Loaded>
      </section>
      <div className="x-actions">
        <ButtonLink kind="primary" href={addressIn(portal, 'vandaag')}>
          {text('import.done.today')}
        </ButtonLink>
        <ButtonLink href={addressIn(portal, 'import')}>{text('import.done.another')}</ButtonLink>
      </div>
    </>
  );
}
