import { formatInstant } from '@ketenregie/messages';
import { addressIn, Loaded, usePages } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, ButtonLink, DataGrid, EmptyState, useLanguage, useText } from '@ketenregie/ui';
import type { GridColumn, TextOf } from '@ketenregie/ui';
import { useMemo, useState } from 'react';
import { CountsLine } from '../frame/counts.js';
import { ImportStateMark } from '../frame/import-state.js';
import { ImportListDocument, ImportOneDocument } from '../generated/operations.js';
import { importOf } from '../import-facts.js';
import type { ImportFacts } from '../import-facts.js';
import { UndoDialog } from '../done/undo-dialog.js';
import { kindOf } from '../upload/file-kinds.js';

const stepOf: Readonly<Record<ImportFacts['state'], string>> = { staging: 'kolommen', staged: 'nakijken', applied: 'gereed', undone: 'gereed', failed: 'kolommen', discarded: 'kolommen' };

/** The page of an import that fits its state. */
export function addressOfImport(portal: Portal, { id, state }: Pick<ImportFacts, 'id' | 'state'>): string {
  return addressIn(portal, `import/${id}/${stepOf[state]}`);
}

/** Opens the page that fits the state an import has now: a list that was kept from before may still say an earlier one. */
async function openImport(portal: Portal, found: Pick<ImportFacts, 'id' | 'state'>): Promise<void> {
  const now = await portal.graphql.query(ImportOneDocument, { id: found.id }).then((answer) => importOf(answer.import)).catch(() => found);
  portal.goTo(addressOfImport(portal, now));
}

interface Reading {
  readonly portal: Portal;
  readonly text: TextOf;
  readonly instant: (iso: string) => string;
  readonly onUndo: (found: ImportFacts) => void;
}

function columnsOf({ portal, text, instant, onUndo }: Reading): GridColumn<ImportFacts>[] {
  const kindWords = (found: ImportFacts) => {
    const kind = kindOf(found.kind);
    return kind === null ? '' : text(`import.kind.${kind}`);
  };
  return [
    { key: 'file', title: text('import.column.file'), width: 'minmax(170px, 1fr)', cell: (found) => <span>{found.fileName}</span> },
    { key: 'kind', title: text('import.column.kind'), width: 'minmax(150px, 1.5fr)', cell: (found) => <span>{kindWords(found)}</span>, fold: { under: 'file', below: 946, cell: (found) => <span>{kindWords(found)}</span> } },
    { key: 'when', title: text('import.column.when'), width: '160px', cell: (found) => <span>{instant(found.createdAt)}</span> },
    { key: 'state', title: text('import.column.state'), width: '172px', cell: (found) => <ImportStateMark state={found.state} /> },
    { key: 'changes', title: text('import.column.changes'), width: 'minmax(130px, 0.8fr)', cell: (found) => (found.changes === null ? <span className="x-quiet">{text('import.nothingYet')}</span> : <CountsLine counts={found.changes} />), fold: { under: 'state', below: 796, cell: (found) => (found.changes === null ? null : <CountsLine counts={found.changes} />) } },
    {
      key: 'undo',
      title: text('list.column.action'),
      width: '160px',
      align: 'end',
      // On a narrow screen the import's own page has it.
      onCard: 'hidden',
      cell: (found) => {
        if (found.state === 'staged') return <ButtonLink href={addressOfImport(portal, found)}>{text('import.toCheck')}</ButtonLink>;
        return (
          found.viewerCan.includes('import.undo') && (
            <Button kind="quiet" onPress={() => onUndo(found)}>
              {text('action.undo')}
            </Button>
          )
        );
      },
    },
  ];
}

/** Every file that was brought, newest first, with what it changed and its undo. */
export function ImportList({ portal }: { readonly portal: Portal }) {
  const text = useText();
  const language = useLanguage();
  const [undoing, setUndoing] = useState<ImportFacts | null>(null);
  const { query, rows, total } = usePages(portal, { subject: 'imports', document: ImportListDocument, variables: { first: 50 }, pageOf: (answer) => answer.imports });
  const imports = rows.map(importOf);
  const columns = useMemo(() => columnsOf({ portal, text, instant: (iso) => formatInstant(language, iso), onUndo: setUndoing }), [portal, text, language]);
  return (
    <Loaded query={query}>
      {() => (
        <>
          <DataGrid label={text('import.list')} columns={columns} rows={imports} rowKey={(found) => found.id} rowName={(found) => found.fileName} total={total} onOpen={(found) => void openImport(portal, found)} onEndReached={() => query.hasNextPage && !query.isFetchingNextPage && void query.fetchNextPage()} isLoadingMore={query.isFetchingNextPage} empty={<EmptyState title={text('import.empty')}>{text('import.emptyWhy')}</EmptyState>} />
          {undoing !== null && <UndoDialog portal={portal} found={undoing} onClose={() => setUndoing(null)} />}
        </>
      )}
    </Loaded>
  );
}
