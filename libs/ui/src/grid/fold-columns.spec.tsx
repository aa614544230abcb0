import { screen } from '@testing-library/react';
import { renderUi } from '../testing/render.js';
import { foldColumns } from './fold-columns.js';
import type { GridColumn } from './grid-types.js';

interface Line {
  readonly name: string;
  readonly town: string;
  readonly note: string | null;
}

const columns: readonly GridColumn<Line>[] = [
  { key: 'name', title: 'Naam', width: '1fr', cell: (row) => <span>{row.name}</span> },
  { key: 'town', title: 'Plaats', width: '1fr', cell: (row) => <span>{row.town}</span>, fold: { under: 'name', below: 800 } },
  { key: 'note', title: 'Notitie', width: '1fr', cell: () => <span>lang</span>, fold: { under: 'name', below: 600, cell: (row) => (row.note === null ? null : <span>{row.note}</span>) } },
];
const keysAt = (width: number) => foldColumns(columns, width).map(({ key }) => key);

describe('columns that have no room', () => {
  it.each([
    [0, ['name', 'town', 'note']],
    [800, ['name', 'town', 'note']],
    [799, ['name', 'note']],
    [599, ['name']],
  ])('at %i px have these places: %s', (width, keys) => expect(keysAt(width)).toEqual(keys));

  it('stand under the column they belong to, behind their title or in words of their own', () => {
    const [name] = foldColumns(columns, 500);
    renderUi(<div>{name?.cell({ name: 'Kok', town: 'Zwolle', note: 'belt terug' })}</div>);
    expect(screen.getByText('Kok').parentElement).toHaveTextContent('KokPlaatsZwollebelt terug');
  });

  it('are left out where they have nothing to say', () => {
    const [name] = foldColumns(columns, 500);
    renderUi(<div>{name?.cell({ name: 'Kok', town: 'Zwolle', note: null })}</div>);
    expect(screen.getByText('Kok').parentElement).toHaveTextContent(/^KokPlaatsZwolle$/);
  });
});
