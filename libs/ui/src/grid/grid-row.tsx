import { memo } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { useText } from '../text/provider.js';
import type { GridColumn } from './grid-types.js';

export interface GridRowProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly GridColumn<Row>[];
  readonly name: string;
  /** Null where rows cannot be selected. */
  readonly isSelected: boolean | null;
  /** The column of the tab stop where it is in this row, else -1. */
  readonly activeColumn: number;
  /** Px from the top of a virtual body; null in the flow. */
  readonly top: number | null;
  readonly isOpenable: boolean;
  /** Learns the height of a row that stands in a virtual body. */
  readonly measure: (element: HTMLElement | null) => void;
  readonly onSelect: (index: number, isRange: boolean) => void;
  readonly onOpen: (index: number) => void;
  readonly onCellFocus: (row: number, column: number) => void;
}

/** One row of a grid. Kept by React as long as its facts are the same: scrolling draws only what comes in. */
function GridRowPlain<Row>(props: GridRowProps<Row>) {
  const { row, index, columns, isSelected, activeColumn, top } = props;
  const first = isSelected === null ? 0 : 1;
  const style: CSSProperties | undefined = top === null ? undefined : { position: 'absolute', insetInline: 0, transform: `translateY(${String(top)}px)` };
  const cell = (column: number, content: ReactNode, align: 'start' | 'end' | 'box' | undefined) => (
    <div key={column} role="gridcell" className="k-grid-cell" data-align={align} aria-colindex={column + 1} data-at={`${String(index)}:${String(column)}`} tabIndex={column === activeColumn ? 0 : -1} onFocus={() => props.onCellFocus(index, column)}>
      {content}
    </div>
  );
  return (
    <div ref={top === null ? undefined : props.measure} data-index={index} role="row" className="k-grid-row" style={style} aria-rowindex={index + 2} {...(isSelected === null ? {} : { 'aria-selected': isSelected })} data-open={props.isOpenable ? '' : undefined} onClick={(event) => openUnlessControl(event.target, () => props.onOpen(index))}>
      {isSelected !== null && cell(0, <SelectBox name={props.name} isSelected={isSelected} onSelect={(isRange) => props.onSelect(index, isRange)} />, 'box')}
      {columns.map((column, place) => cell(place + first, column.cell(row), column.align))}
    </div>
  );
}

export const GridRow = memo(GridRowPlain) as typeof GridRowPlain;

function openUnlessControl(target: EventTarget, open: () => void): void {
  if (target instanceof Element && target.closest('a, button, input, label, [data-align=box]') === null) open();
}

interface SelectBoxProps {
  readonly name: string;
  readonly isSelected: boolean;
  readonly onSelect: (isRange: boolean) => void;
}

/** The box of a row, a native one: not a tab stop in a grid, where Space on any cell does the same. */
export function SelectBox({ name, isSelected, onSelect, isTabStop = false }: SelectBoxProps & { readonly isTabStop?: boolean }) {
  const text = useText();
  return <input type="checkbox" className="k-box" checked={isSelected} aria-label={text('list.selectRow', { name })} tabIndex={isTabStop ? 0 : -1} onChange={(event) => onSelect(event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)} />;
}
