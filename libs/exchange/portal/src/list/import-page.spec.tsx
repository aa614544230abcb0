import { axeFindings, fakeApi, renderPage } from '@ketenregie/tenants-portal/testing';
import { screen, waitFor } from '@testing-library/react';
import type { Answers } from '@ketenregie/tenants-portal/testing';
import { userEvent } from '@testing-library/user-event';
import type { ImportFacts } from '../import-facts.js';
import { ImportPage } from './import-page.js';

const applied: ImportFacts = { id: 'a', fileName: 'staff.csv', kind: 'staff', supplierKey: null, state: 'applied', createdAt: '2026-11-23T08:00:00Z', createdBy: 'Ilse', undoableUntil: '2026-12-23T08:00:00Z', changes: { created: 11, updated: 0, unchanged: 0, skipped: 1 }, viewerCan: ['import.undo'] };

function apiWith(viewerCan: readonly string[], imports: readonly ImportFacts[], more: Answers = {}) {
  return fakeApi({
    ...more,
    ImportStart: () => ({ tenant: { viewerCan }, catalogue: { suppliers: [{ key: 'reconi', name: 'Reconi' }] } }),
    ImportList: () => ({ imports: { totalCount: imports.length, pageInfo: { endCursor: null, hasNextPage: false }, edges: imports.map((node) => ({ node })) } }),
    ImportChangedSince: () => ({ importChangedSince: [{ objectId: 'x', kind: 'company', name: 'Bakker Transport', changedAt: '2026-11-23T10:00:00Z' }] }),
    ImportUndo: () => ({ undoImport: { id: 'a' } }),
  });
}

const answering = (...answers: readonly [number, object][]) => {
  const addresses: string[] = [];
  let at = 0;
  globalThis.fetch = (async (address: string) => {
    addresses.push(address);
    const [status, body] = answers[at++] ?? [500, {}];
    return { ok: status < 400, status, json: async () => body };
  }) as unknown as typeof fetch;
  return addresses;
};
const aFile = () => new File(['a;b'], 'middelen.csv', { type: 'text/csv' });
const choose = async (container: HTMLElement) => {
  await screen.findByRole('button', { name: 'Kies een bestand' });
  await userEvent.upload(container.querySelector('input[type=file]') as HTMLInputElement, aFile());
};

describe('bringing a file', () => {
  it('opens the columns of the import that it became', async () => {
    const addresses = answering([202, { importId: 'i1' }]);
    const { went, container } = renderPage(apiWith(['import.stage'], []), (portal) => <ImportPage portal={portal} />);
    await choose(container);
    expect(await screen.findByText('Nog niets ingelezen')).toBeVisible();
    expect(addresses).toEqual(['/imports']);
    expect(went).toEqual(['/noord/import/i1/kolommen']);
  });

  it('asks for the supplier only where the file does not say it, and sends it again', async () => {
    const addresses = answering([422, { code: 'SUPPLIER_NEEDED', field: 'supplier' }], [202, { importId: 'i2' }]);
    const { went, container } = renderPage(apiWith(['import.stage'], []), (portal) => <ImportPage portal={portal} />);
    await choose(container);
    await userEvent.click(await screen.findByRole('button', { name: /Leverancier/ }));
    await userEvent.click(screen.getByRole('option', { name: 'Reconi' }));
    await userEvent.click(screen.getByRole('button', { name: 'Inlezen als lijst van deze leverancier' }));
    expect(addresses).toEqual(['/imports', '/imports?supplier=reconi']);
    expect(went).toEqual(['/noord/import/i2/kolommen']);
  });

  it.each([
    ['FILE_REFUSED', 'Dit bestand is niet ingelezen.'],
    ['EMPTY_FILE_REFUSED', 'Dit bestand is leeg.'],
    ['LARGE_FILE_REFUSED', 'Dit bestand is te groot.'],
    ['LOCKED_FILE_REFUSED', 'Dit bestand kunnen we niet openen.'],
    ['INVALID_INPUT', 'We herkennen hier geen lijst in.'],
  ])('says of %s what it is and what to do', async (code, words) => {
    answering([422, { code }]);
    const { container } = renderPage(apiWith(['import.stage'], []), (portal) => <ImportPage portal={portal} />);
    await choose(container);
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('does not send a file that is too large, and says so', async () => {
    const addresses = answering([202, { importId: 'i3' }]);
    const { container } = renderPage(apiWith(['import.stage'], []), (portal) => <ImportPage portal={portal} />);
    const file = aFile();
    Object.defineProperty(file, 'size', { value: 32 * 1024 * 1024 + 1 });
    await screen.findByRole('button', { name: 'Kies een bestand' });
    await userEvent.upload(container.querySelector('input[type=file]') as HTMLInputElement, file);
    expect(await screen.findByText('Dit bestand is te groot.')).toBeVisible();
    expect(addresses).toEqual([]);
  });

  it('takes the silence of a proxy for no connection, and not for a fault of ours', async () => {
    answering([502, {}]);
    const { container } = renderPage(apiWith(['import.stage'], []), (portal) => <ImportPage portal={portal} />);
    await choose(container);
    expect(await screen.findByText('Geen verbinding.')).toBeVisible();
  });

  it('offers no upload to who may only look', async () => {
    renderPage(apiWith([], [applied]), (portal) => <ImportPage portal={portal} />);
    expect(await screen.findByText('staff.csv')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Kies een bestand' })).toBeNull();
  });
});

describe('opening an import of the list', () => {
  const listed: ImportFacts = { ...applied, state: 'staged', viewerCan: [] };
  it.each([
    ['its state now, where the list says an earlier one', () => ({ import: { ...applied, sheets: [], operation: null, preview: null } }), '/noord/import/a/gereed'],
    ['the state that the list says, where the server does not answer', () => { throw new Error('away'); }, '/noord/import/a/nakijken'],
  ])('leads to the step of %s', async (_, answer, address) => {
    const { went } = renderPage(apiWith([], [listed], { ImportOne: answer }), (portal) => <ImportPage portal={portal} />);
    await userEvent.click(await screen.findByText('staff.csv'));
    await waitFor(() => expect(went).toEqual([address]));
  });
});

describe('undoing an import', () => {
  it('names what was changed since, and leaves it as it is', async () => {
    const api = apiWith(['import.stage'], [applied]);
    renderPage(api, (portal) => <ImportPage portal={portal} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Ongedaan maken' }));
    expect(await screen.findByText('Bakker Transport')).toBeVisible();
    await userEvent.click(screen.getAllByRole('button', { name: 'Ongedaan maken' }).at(-1) as HTMLElement);
    expect(api.asked.find((each) => each.name === 'ImportUndo')?.variables).toEqual({ id: 'a', keepsChanged: true });
    expect(await screen.findByText('staff.csv is ongedaan gemaakt.')).toBeVisible();
  });
});

it('has no fault that axe knows', async () => {
  renderPage(apiWith(['import.stage'], [applied]), (portal) => <ImportPage portal={portal} />);
  await screen.findByText('staff.csv');
  expect(await axeFindings()).toEqual([]);
});
