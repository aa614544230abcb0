import type { MessageId } from '@ketenregie/messages';
import { useIsNarrow, useText } from '@ketenregie/ui';
import type { TextOf } from '@ketenregie/ui';
import type { ReadColumn, ReadSheet } from '../import-facts.js';

/** What a column was read as, in words; its own word where the portal does not know it. */
function meaningOf(column: ReadColumn, text: TextOf): string {
  return column.meaning === null ? text('import.columnIgnored') : text(`import.meaning.${column.meaning}` as MessageId);
}

/** How one sheet was read: each column with its header, three values and its meaning. */
export function ColumnsTable({ sheet }: { readonly sheet: ReadSheet }) {
  const text = useText();
  const isNarrow = useIsNarrow();
  const caption = [sheet.sheet === null ? null : text('import.columns.sheet', { sheet: sheet.sheet }), sheet.headerRow === null ? text('import.columns.noHeader') : text('import.columns.headerRow', { row: sheet.headerRow })].filter((part) => part !== null).join(', ');
  if (isNarrow) return <ColumnCards sheet={sheet} caption={caption} />;
  return (
    <table className="k-table x-columns">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{text('import.columns.column')}</th>
          <th scope="col">{text('import.columns.readAs')}</th>
          <th scope="col" colSpan={3}>
            {text('import.columnSamples')}
          </th>
        </tr>
      </thead>
      <tbody>
        {sheet.columns.map((column) => (
          <tr key={column.letter} data-unused={column.meaning === null ? '' : undefined}>
            <th scope="row">
              <span className="x-letter">{column.letter}</span> {column.header === '' ? text('import.columns.none') : column.header}
            </th>
            <td className="x-meaning">{meaningOf(column, text)}</td>
            {[0, 1, 2].map((place) => (
              <td key={place} className="x-sample">
                {column.samples[place] ?? (place === 0 ? <i>{text('import.columns.noSamples')}</i> : '')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ColumnCards({ sheet, caption }: { readonly sheet: ReadSheet; readonly caption: string }) {
  const text = useText();
  return (
    <section className="x-column-cards">
      <h2 className="x-note">{caption}</h2>
      <ul>
        {sheet.columns.map((column) => (
          <li key={column.letter} data-unused={column.meaning === null ? '' : undefined}>
            <h3>
              <span className="x-letter">{column.letter}</span> {column.header === '' ? text('import.columns.none') : column.header}
            </h3>
            <p>
              {text('import.columns.readAs')} <span className="x-meaning">{meaningOf(column, text)}</span>
            </p>
            <p className="x-sample">{column.samples.length === 0 ? text('import.columns.noSamples') : column.samples.join(' · ')}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
