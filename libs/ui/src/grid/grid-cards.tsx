import type { ReactNode } from 'react';
import type { DataGridProps, GridColumn } from './grid-types.js';
import { SelectBox } from './grid-row.js';

export interface GridCardProps<Row> extends Pick<DataGridProps<Row>, 'columns' | 'rowName' | 'onOpen'> {
  readonly row: Row;
  readonly index: number;
  readonly isSelected: boolean | null;
  readonly onSelect: (index: number, isRange: boolean) => void;
}

function placeOf<Row>(column: GridColumn<Row>, index: number): 'title' | 'line' | 'hidden' {
  return column.onCard ?? (index === 0 ? 'title' : 'line');
}

/** One row as a card, for narrow screens: its title, then its facts by name. */
export function GridCard<Row>({ row, index, columns, rowName, onOpen, isSelected, onSelect }: GridCardProps<Row>) {
  const titles = columns.filter((column, place) => placeOf(column, place) === 'title');
  const lines = columns.filter((column, place) => placeOf(column, place) === 'line');
  const title: ReactNode = titles.map((column) => <span key={column.key}>{column.cell(row)}</span>);
  return (
    <article className="k-card" data-selected={isSelected === true ? '' : undefined}>
      <header className="k-card-head">
        {isSelected !== null && <SelectBox name={rowName(row)} isSelected={isSelected} isTabStop onSelect={(isRange) => onSelect(index, isRange)} />}
        {onOpen === undefined ? (
          <h3>{title}</h3>
        ) : (
          <h3>
            <button type="button" className="k-card-open" onClick={() => onOpen(row)}>
              {title}
            </button>
          </h3>
        )}
      </header>
      <dl className="k-card-facts">
        {lines.map((column) => {
          const fact = column.cell(row);
          if (fact === null) return null;
          return (
            <div key={column.key}>
              <dt>{column.title}</dt>
              <dd>{fact}</dd>
            </div>
          );
        })}
      </dl>
    </article>
  );
}
