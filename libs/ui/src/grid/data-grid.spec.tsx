import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { DataGrid } from '../index.js';
import type { DataGridProps, GridColumn } from '../index.js';
import { axeFindings, renderUi } from '../testing/render.js';
import { compareValues } from './use-grid-rows.js';

interface Line {
  readonly id: string;
  readonly name: string;
  readonly endsOn: string | null;
}

const columns: readonly GridColumn<Line>[] = [
  { key: 'name', title: 'Organisatie', width: '1fr', cell: (row) => <a href={`#${row.id}`}>{row.name}</a>, sortBy: (row) => row.name },
  { key: 'endsOn', title: 'Einddatum', width: '1fr', cell: (row) => row.endsOn ?? 'Onbekend', sortBy: (row) => row.endsOn },
  { key: 'note', title: 'Notitie', width: '1fr', cell: () => '-' },
];
const lines: readonly Line[] = [
  { id: '1', name: 'Kok 10', endsOn: '2027-01-01' },
  { id: '2', name: 'Kok 9', endsOn: null },
  { id: '3', name: 'Blom', endsOn: '2026-12-02' },
];
const base = { label: 'Toegang', columns, rows: lines, rowKey: (row: Line) => row.id, rowName: (row: Line) => row.name };

function Selecting(props: Partial<DataGridProps<Line>>) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return <DataGrid {...base} selected={selected} onSelectedChange={setSelected} bulkActions={<button type="button">Verlengen</button>} {...props} />;
}

const names = () => screen.getAllByRole('link').map((link) => link.textContent);
const focusedText = () => document.activeElement?.textContent;

describe('the keyboard of a grid', () => {
  it('is one tab stop; arrows move per cell, also to the head, and stop at the edges', async () => {
    renderUi(
      <>
        <DataGrid {...base} />
        <button type="button">Daarna</button>
      </>,
    );
    await userEvent.tab();
    expect(focusedText()).toBe('Kok 10');
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    expect(focusedText()).toBe('Onbekend');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
    expect(focusedText()).toBe('Einddatum');
    await userEvent.keyboard('{Control>}{End}{/Control}{ArrowRight}{ArrowDown}');
    expect(focusedText()).toBe('-');
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    expect(focusedText()).toBe('Kok 10');
    await userEvent.tab();
    expect(focusedText()).toBe('Daarna');
  });

  it('sorts by Enter on the head, numbers in names by size, unknown last', async () => {
    renderUi(<DataGrid {...base} />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowUp}{Enter}');
    expect(names()).toEqual(['Blom', 'Kok 9', 'Kok 10']);
    expect(screen.getByRole('columnheader', { name: 'Organisatie' })).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.keyboard('{Enter}');
    expect(names()).toEqual(['Kok 10', 'Kok 9', 'Blom']);
  });

  it('selects by Space and by X, a range with Shift, and offers what to do with it', async () => {
    renderUi(<Selecting />);
    await userEvent.tab();
    await userEvent.keyboard(' ');
    expect(screen.getByText('1 regel gekozen')).toBeInTheDocument();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Shift>}x{/Shift}');
    expect(screen.getByText('3 regels gekozen')).toBeInTheDocument();
    await userEvent.keyboard('x');
    expect(within(screen.getByRole('group', { name: 'Acties voor de keuze' })).getByText('2 regels gekozen')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Keuze wissen' }));
    expect(screen.queryByText(/gekozen/)).not.toBeInTheDocument();
  });

  it('leaves X alone where the viewer switched single keys off; Space still selects', async () => {
    renderUi(<Selecting hasSingleKeys={false} />);
    await userEvent.tab();
    await userEvent.keyboard('x');
    expect(screen.queryByText(/gekozen/)).not.toBeInTheDocument();
    await userEvent.keyboard(' ');
    expect(screen.getByText('1 regel gekozen')).toBeInTheDocument();
  });

  it('opens a row by Enter where its cell holds no link', async () => {
    const opened: string[] = [];
    renderUi(<DataGrid {...base} onOpen={(row) => opened.push(row.id)} />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{Enter}');
    expect(opened).toEqual(['2']);
  });
});

describe('a grid', () => {
  it('selects all by the box of the head and says it is partly chosen', async () => {
    renderUi(<Selecting />);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Kies Blom' }));
    expect(screen.getByRole('checkbox', { name: 'Kies alles' })).toBePartiallyChecked();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Kies alles' }));
    expect(screen.getByText('3 regels gekozen')).toBeInTheDocument();
    expect(await axeFindings()).toEqual([]);
  });

  it('says how many of all rows it shows, and leaves the order to the server', async () => {
    const sorts: unknown[] = [];
    renderUi(<DataGrid {...base} total={9842} sort={null} onSortChange={(sort) => sorts.push(sort)} />);
    expect(screen.getByText('3 van 9.842 getoond')).toBeInTheDocument();
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '9843');
    await userEvent.click(screen.getByRole('button', { name: 'Organisatie' }));
    expect(sorts).toEqual([{ key: 'name', isDescending: false }]);
    expect(names()).toEqual(['Kok 10', 'Kok 9', 'Blom']);
  });

  it('shows what belongs here where it is empty', () => {
    renderUi(<DataGrid {...base} rows={[]} empty={<p>Nog niets ingelezen</p>} />);
    expect(screen.getByText('Nog niets ingelezen')).toBeInTheDocument();
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
  });

  it.each([
    [1, 2, -1],
    [null, 1, 1],
    ['a', null, -1],
    ['é', 'e', 0],
  ])('compares %s with %s', (left, right, order) => {
    expect(Math.sign(compareValues(left, right))).toBe(order);
  });
});

describe('a long grid', () => {
  // jsdom lays nothing out: the scrolling body gets a height of 400 px.
  beforeAll(() => Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 400 }));
  afterAll(() => Reflect.deleteProperty(HTMLElement.prototype, 'clientHeight'));

  const many = Array.from({ length: 5000 }, (_, place) => ({ id: String(place), name: `Kok ${String(place)}`, endsOn: null }));

  it('draws only the rows in sight, by the height of the density', () => {
    renderUi(<DataGrid {...base} rows={many} />);
    expect(names().length).toBeGreaterThan(5);
    expect(names().length).toBeLessThan(40);
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '5001');
  });

  it.each([
    ['compact', 32],
    ['gewoon', 40],
    ['ruim', 52],
  ] as const)('places rows of density %s every %i px', (density, pixels) => {
    renderUi(<DataGrid {...base} rows={many} />, 'nl', density);
    expect(screen.getAllByRole('row')[2]).toHaveStyle({ transform: `translateY(${String(pixels)}px)` });
  });
});

describe('below 700 px', () => {
  const original = window.matchMedia;
  beforeAll(() => {
    window.matchMedia = ((query: string) => ({ matches: query.includes('700px'), addEventListener: () => undefined, removeEventListener: () => undefined })) as unknown as typeof window.matchMedia;
  });
  afterAll(() => {
    window.matchMedia = original;
  });

  it('shows cards with their facts by name, which can be selected', async () => {
    renderUi(<Selecting />);
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
    const [first] = screen.getAllByRole('listitem');
    expect(within(first as HTMLElement).getByRole('heading', { name: 'Kok 10' })).toBeInTheDocument();
    expect(within(first as HTMLElement).getByText('Einddatum')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Kies Kok 10' }));
    expect(screen.getByText('1 regel gekozen')).toBeInTheDocument();
    expect(await axeFindings()).toEqual([]);
  });
});
