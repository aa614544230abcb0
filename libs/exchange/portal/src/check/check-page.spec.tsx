import { PortalError } from '@ketenregie/portal-kit';
import { axeFindings, fakeApi, renderPage } from '@ketenregie/tenants-portal/testing';
import type { Answers } from '@ketenregie/tenants-portal/testing';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import type { FindingGroup, ImportDetails } from '../import-facts.js';
import { CheckPage } from './check-page.js';
import type { CheckSearch } from './check-search.js';

const group = (facts: Partial<FindingGroup>): FindingGroup => ({ repairKey: 'k', category: 'service-unknown', severity: 'warning', value: 'Belasting dienst', count: 14, suggestion: null, state: 'open', ...facts });
const staged: ImportDetails = { id: 'i', fileName: 'ketens.xlsx', kind: 'accountant-chains', supplierKey: null, state: 'staged', createdAt: '2026-11-23T08:00:00Z', createdBy: 'Ilse', undoableUntil: null, changes: null, viewerCan: ['import.stage', 'import.apply'], sheets: [], operation: null, preview: null };
const groups = [group({ repairKey: 'offer', suggestion: 'Belastingdienst' }), group({ repairKey: 'level', category: 'level-unreadable', value: '?', count: 2 }), group({ repairKey: 'row', category: 'row-not-understood', severity: 'blocks', value: 'Totaal', count: 1 })];

const answersFor = (found: ImportDetails): Answers => ({
  ImportOne: () => ({ import: found }),
  ImportPreview: () => ({ importPreview: { created: 12, updated: 3, unchanged: 1, skipped: 1 } }),
  ImportFindings: () => ({ importFindings: groups }),
  ImportFindingRows: () => ({ importFindingRows: { totalCount: 1, pageInfo: { endCursor: null, hasNextPage: false }, edges: [{ node: { id: 'r', sheet: 'Blad 1', row: 7, cell: null, value: '?', message: 'Rij 7: het niveau is niet te lezen.' } }] } }),
  ImportRepairChoices: () => ({ catalogue: { services: [{ key: 'bd', providerKey: 'bd', nameNl: 'Belastingdienst', nameEn: 'Tax' }], providers: [], suppliers: [] }, people: { edges: [] } }),
  ImportRepair: () => ({ repairImport: { id: 'i' } }),
  ImportCompanies: () => ({ companies: { edges: [{ node: { id: 'c1', name: 'De Vries B.V.', otherNames: [], kvkNumber: '90000901', clientNumber: 'K1', town: null } }] } }),
  ImportIgnore: () => ({ ignoreImportFindings: { id: 'i' } }),
  ImportApply: () => ({ applyImport: { id: 'i' } }),
  ImportDiscard: () => ({ discardImport: { id: 'i' } }),
});

function renderCheck(found = staged, more: Answers = {}) {
  const api = fakeApi({ ...answersFor(found), ...more });
  const searches: CheckSearch[] = [];
  function Page({ portal }: { readonly portal: Parameters<typeof CheckPage>[0]['portal'] }) {
    const [search, setSearch] = useState<CheckSearch>({});
    return <CheckPage portal={portal} importId="i" search={search} onSearch={(next) => { searches.push(next); setSearch(next); }} />;
  }
  return { api, searches, ...renderPage(api, (portal) => <Page portal={portal} />) };
}

const sent = (api: ReturnType<typeof fakeApi>, name: string) => api.asked.filter((each) => each.name === name).map((each) => each.variables);

describe('checking an import', () => {
  it('repairs a whole group with one click', async () => {
    const { api } = renderCheck();
    await userEvent.click(await screen.findByRole('button', { name: 'Alle 14 vervangen door Belastingdienst' }));
    expect(sent(api, 'ImportRepair')).toEqual([{ input: { importId: 'i', repairKey: 'offer', kind: 'service', value: 'bd' } }]);
    expect(await screen.findByText('14 regels hersteld')).toBeVisible();
  });

  it('puts another level in all rows of a group', async () => {
    const { api } = renderCheck();
    const section = await screen.findByRole('region', { name: 'Niveau niet te lezen' });
    await userEvent.click(within(section).getByRole('button', { name: '1 tekst tonen' }));
    await userEvent.click(within(section).getByRole('button', { name: 'Niveau kiezen' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Alle 2 regels vervangen' }));
    expect(sent(api, 'ImportRepair')).toEqual([]);
    await userEvent.click(screen.getByRole('radio', { name: 'EH3' }));
    await userEvent.click(screen.getByRole('button', { name: 'Alle 2 regels vervangen' }));
    expect(sent(api, 'ImportRepair')).toEqual([{ input: { importId: 'i', repairKey: 'level', kind: 'level', value: 'EH3' } }]);
    expect(await screen.findByText('2 regels hersteld')).toBeVisible();
  });

  const nameless = { ImportFindings: () => ({ importFindings: [group({ repairKey: 'none', category: 'company-missing', severity: 'blocks', value: null, count: 14 })] }) };

  it('puts rows that name no company at one of the register', async () => {
    const { api } = renderCheck(staged, nameless);
    await userEvent.click(await screen.findByRole('button', { name: 'Organisatie kiezen' }));
    expect(screen.queryByRole('radio', { name: 'Nieuwe toevoegen' })).toBeNull();
    await userEvent.click(await screen.findByRole('button', { name: 'Alle 14 regels bij deze organisatie' }));
    expect(sent(api, 'ImportRepair')).toEqual([]);
    await userEvent.type(screen.getByRole('combobox', { name: 'Organisatie uit het register' }), 'vries');
    await userEvent.click(await screen.findByRole('option', { name: /De Vries B.V./ }));
    await userEvent.click(screen.getByRole('button', { name: 'Alle 14 regels bij deze organisatie' }));
    expect(sent(api, 'ImportRepair')).toEqual([{ input: { importId: 'i', repairKey: 'none', kind: 'company', value: 'c1' } }]);
    expect(await screen.findByText('14 regels hersteld')).toBeVisible();
  });

  it('lets who may add the company that rows do not name, with a number that is one', async () => {
    const { api } = renderCheck({ ...staged, viewerCan: [...staged.viewerCan, 'company.create'] }, nameless);
    await userEvent.click(await screen.findByRole('button', { name: 'Organisatie kiezen' }));
    await userEvent.click(await screen.findByRole('radio', { name: 'Nieuwe toevoegen' }));
    const add = () => userEvent.click(screen.getByRole('button', { name: 'Toevoegen voor alle 14 regels' }));
    await userEvent.type(screen.getByRole('textbox', { name: /^Naam/ }), 'De Vries Holding B.V.');
    await userEvent.type(screen.getByRole('textbox', { name: /^KvK-nummer/ }), '123');
    await add();
    expect(sent(api, 'ImportRepair')).toEqual([]);
    await userEvent.type(screen.getByRole('textbox', { name: /^KvK-nummer/ }), '45678');
    await add();
    expect(sent(api, 'ImportRepair')).toEqual([{ input: { importId: 'i', repairKey: 'none', kind: 'new-company', company: { name: 'De Vries Holding B.V.', kvkNumber: '12345678', clientNumber: null } } }]);
    expect(await screen.findByText('14 regels hersteld')).toBeVisible();
  });

  it('leaves all texts of a category as they are in one request', async () => {
    const unread = (repairKey: string, facts: Partial<FindingGroup> = {}) => group({ repairKey, category: 'level-unreadable', value: repairKey, count: 3, ...facts });
    const { api } = renderCheck(staged, { ImportFindings: () => ({ importFindings: [unread('a'), unread('b'), unread('c', { state: 'repaired' }), ...groups.slice(2)] }) });
    const section = await screen.findByRole('region', { name: 'Niveau niet te lezen' });
    await userEvent.click(within(section).getAllByRole('button')[0] as HTMLElement);
    expect(sent(api, 'ImportIgnore')).toEqual([{ id: 'i', category: 'level-unreadable' }]);
    expect(sent(api, 'ImportRepair')).toEqual([]);
    expect(await screen.findByText(/^6 regels/)).toBeVisible();
  });

  it('shows the rows of a group and keeps which in the address', async () => {
    const { searches } = renderCheck();
    await userEvent.click((await screen.findAllByRole('button', { name: 'Regels tonen' }))[0] as HTMLElement);
    expect(searches).toEqual([{ groep: 'row' }]);
    expect(await screen.findByText('Rij 7: het niveau is niet te lezen.')).toBeVisible();
  });

  it('writes nothing before somebody says so, and then leads to what came of it', async () => {
    const { api, went } = renderCheck();
    expect(sent(api, 'ImportApply')).toEqual([]);
    await userEvent.click(await screen.findByRole('button', { name: 'Vastleggen: 12 nieuw, 3 gewijzigd' }));
    expect(sent(api, 'ImportApply')).toEqual([{ id: 'i' }]);
    expect(went).toEqual(['/noord/import/i/gereed']);
  });

  it('offers no repair and no recording to who may not', async () => {
    renderCheck({ ...staged, viewerCan: [] });
    expect(await screen.findByText('Een kantoorbeheerder of eigenaar legt dit vast. Wat je herstelt, blijft bewaard.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /vervangen|Overslaan|Weggooien|Vastleggen/ })).toBeNull();
  });

  it('says how far the server is while it works, and that the page may be closed', async () => {
    renderCheck({ ...staged, state: 'staging', operation: { kind: 'import.stage', state: 'running', phase: 'staging', done: 1200, total: 4120, failure: null } });
    expect(await screen.findByText('1.200 van 4.120 regels')).toBeVisible();
    expect(screen.getByText(/Je mag deze pagina sluiten/)).toBeVisible();
  });

  it('says why recording was refused and keeps what was there', async () => {
    renderCheck(staged, { ImportApply: () => { throw new PortalError('IMPORT_STATE'); } });
    await userEvent.click(await screen.findByRole('button', { name: /^Vastleggen/ }));
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(screen.getByRole('button', { name: /^Vastleggen/ })).toBeVisible();
  });

  it('shows as it is by now what was recorded in another window, and nothing to record', async () => {
    let state = 'staged';
    renderCheck(staged, { ImportOne: () => ({ import: { ...staged, state } }), ImportApply: () => { state = 'applied'; throw new PortalError('IMPORT_STATE'); } });
    await userEvent.click(await screen.findByRole('button', { name: /^Vastleggen/ }));
    expect(await screen.findByText('Zo werd dit bestand gelezen. Het is vastgelegd; hier verandert niets meer.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Vastleggen/ })).toBeNull();
  });

  it('has no fault that axe knows', async () => {
    renderCheck();
    await screen.findByRole('button', { name: 'Alle 14 vervangen door Belastingdienst' });
    expect(await axeFindings()).toEqual([]);
  });
});
