import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { axeFindings, fakeApi, renderPage } from '../testing/index.js';
import { eventsByDay } from './events-by-day.js';
import type { LogbookEvent } from './logbook-event.js';
import { LogbookPage } from './logbook-page.js';
import { filterOf, readLogbookSearch } from './logbook-search.js';
import type { LogbookSearch } from './logbook-search.js';

const event = (id: string, at: string, more: Partial<LogbookEvent> = {}): LogbookEvent => ({ id, at, sequence: 7, sentence: [], reason: null, details: [], ...more });

const part = (text: string, path: string | null = null) => ({ text, isName: true, path });
const said = (text: string) => ({ text, isName: false, path: null });

const changed = event('a', '2026-11-23T09:00:00Z', {
  sentence: [part('Ilse de Wit'), said(' wijzigde organisatie '), part('Bakkerij Blom', 'o/62141200'), said('.')],
  reason: 'Verhuisd',
  details: [{ field: 'Plaats', before: 'Ede', after: 'Epe' }, { field: 'RSIN', before: null, after: '1' }],
});
const hidden = event('b', '2026-11-23T08:00:00Z', { sequence: 6, sentence: [part('Ilse de Wit'), said(' wijzigde organisatie '), part('iets wat je niet ziet'), said('.')] });

const apiWith = (events: readonly LogbookEvent[]) =>
  fakeApi({
    LogbookEvents: () => ({ auditEvents: { totalCount: events.length, pageInfo: { endCursor: null, hasNextPage: false }, edges: events.map((node) => ({ node })) } }),
    SettingsMembers: () => ({ members: [{ id: 'ilse', displayName: 'Ilse de Wit', login: 'ilse@noord.example', roles: ['owner'], hasAllClients: true, clientCount: 24 }] }),
  });

function open(events: readonly LogbookEvent[], search: LogbookSearch = {}) {
  const searches: LogbookSearch[] = [];
  const api = apiWith(events);
  const choices = { companies: [{ key: 'c1', label: 'Bakkerij Blom' }], people: [{ key: 'p1', label: 'Henk Mulder' }] };
  renderPage(api, (portal) => <LogbookPage portal={portal} search={search} onSearch={(next) => searches.push(next)} {...choices} />);
  return { api, searches };
}

describe('the page of the audit trail', () => {
  it('says who did what to which object and why, with a way to it', async () => {
    open([changed, hidden]);
    const [first, second] = await screen.findAllByRole('listitem');
    expect(first).toHaveTextContent('Ilse de Wit wijzigde organisatie Bakkerij Blom.');
    expect(first).toHaveTextContent('Reden: Verhuisd');
    expect(within(first as HTMLElement).getByRole('link', { name: 'Bakkerij Blom' })).toHaveAttribute('href', '/noord/o/62141200');
    expect(within(second as HTMLElement).queryByRole('link')).toBeNull();
    expect(second).toHaveTextContent('iets wat je niet ziet');
    expect(await axeFindings()).toEqual([]);
  });

  it('shows what was and what is, and says where there was nothing', async () => {
    open([changed]);
    await userEvent.click(await screen.findByText('Wat er precies staat'));
    const rows = screen.getAllByRole('row').map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows).toEqual([['Gegeven', 'Was', 'Is nu'], ['Plaats', 'Ede', 'Epe'], ['RSIN', 'leeg', '1']]);
  });

  it('asks for what is chosen, in the language of the screen, and offers the same as a file', async () => {
    const { api, searches } = open([changed], { o: 'c1', tot: '2026-11-30' });
    await screen.findByRole('listitem');
    expect(api.asked.find(({ name }) => name === 'LogbookEvents')?.variables).toMatchObject({ filter: { companyId: 'c1', until: '2026-11-30' }, language: 'nl' });
    await userEvent.click(screen.getByRole('combobox', { name: /^Medewerker/ }));
    await userEvent.click(await screen.findByRole('option', { name: /Henk Mulder/ }));
    expect(searches.at(-1)).toEqual({ o: 'c1', tot: '2026-11-30', m: 'p1' });
  });
});

describe('the filters of the audit trail', () => {
  it('stand in the address, and what is not understood is left out', () => {
    expect(filterOf(readLogbookSearch({ soort: 'company', van: '2026-11-01', tot: '2026-11-30', wie: 'm', o: 'x', m: 'y' }))).toEqual({ objectKind: 'company', from: '2026-11-01', until: '2026-11-30', actor: 'm', companyId: 'x', personId: 'y' });
    expect(readLogbookSearch({ soort: 'planet', van: 'gisteren', tot: '1', wie: '' })).toEqual({});
  });
});

it('parts entries by the day of Amsterdam', () => {
  expect(eventsByDay([event('a', '2026-11-23T23:30:00Z'), event('b', '2026-11-23T22:30:00Z'), event('c', '2026-11-23T09:00:00Z')]).map((day) => day.map((each) => each.id))).toEqual([['a'], ['b', 'c']]);
});
