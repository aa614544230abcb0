import type { RowReading } from './reading.js';
import type { RowCells } from './row-cells.js';

/** One kind's way of reading a row. `end` closes what waits for a next row. */
export interface Step {
  row(cells: RowCells): RowReading;
  end?(): RowReading;
}
