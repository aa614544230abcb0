import { Loaded, usePages } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, useText } from '@ketenregie/ui';
import { ImportFindingRowsDocument } from '../generated/operations.js';

export interface FindingRowsProps {
  readonly portal: Portal;
  readonly importId: string;
  readonly repairKey: string;
}

const PAGE = 20;

/** The rows of one group as the spreadsheet numbers them. */
export function FindingRows({ portal, importId, repairKey }: FindingRowsProps) {
  const text = useText();
  const { query, rows, total } = usePages(portal, { subject: 'imports', document: ImportFindingRowsDocument, variables: { id: importId, repairKey, first: PAGE }, pageOf: (answer) => answer.importFindingRows });
  return (
    <Loaded query={query}>
      {() => (
        <>
          <table className="k-table x-rows">
            <thead>
              <tr>
                <th scope="col">{text('import.rows.row')}</th>
                <th scope="col">{text('import.rows.value')}</th>
                <th scope="col">{text('import.rows.message')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    {row.cell ?? row.row}
                    {row.sheet !== null && <span className="x-note"> {text('import.rows.sheet', { sheet: row.sheet })}</span>}
                  </th>
                  <td>{row.value}</td>
                  <td>{row.message}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {rows.length < total && (
            <Button kind="quiet" isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
              {text('import.rows.more')} ({text('list.partial', { shown: rows.length, total })})
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}
