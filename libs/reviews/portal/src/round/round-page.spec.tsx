import { axeFindings, fakeApi, renderPage } from '@ketenregie/tenants-portal/testing';
import { PortalError } from '@ketenregie/portal-kit';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { LineFactsFragment, RoundFactsFragment } from '../generated/operations.js';
import { aRound, FOUR_LINES } from '../testing/a-round.js';
import { asDecided } from './decided-line.js';
import { RoundPage } from './round-page.js';
import { readRoundSearch } from './round-search.js';

// jsdom lays nothing out: the scrolling list gets a height of 700 px.
beforeAll(() => Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 700 }));
afterAll(() => Reflect.deleteProperty(HTMLElement.prototype, 'clientHeight'));

type Answers = Parameters<typeof fakeApi>[0];

const pageOfLines = (lines: readonly LineFactsFragment[]) => ({ reviewLines: { totalCount: lines.length, pageInfo: { endCursor: null, hasNextPage: false }, edges: lines.map((node) => ({ node })) } });

function open(answers: Answers = {}, round: RoundFactsFragment = aRound(), lines: readonly LineFactsFragment[] = FOUR_LINES) {
  const api = fakeApi({
    ReviewRoundOfId: () => ({ tenant: { name: 'Kantoor Noord' }, reviewRound: round }),
    ReviewLinesOfRound: () => pageOfLines(lines),
    ReviewDecide: ({ input }: { input: { ids: string[]; decision: 'keep' | 'revoke' | 'change'; reason: string | null } }) => ({
      decideReviewLines: { id: 'act', count: input.ids.length, round: aRound({ counts: { ...round.counts, undecided: 3 } }), lines: lines.filter(({ id }) => input.ids.includes(id)).map((line) => asDecided(line, { ...input, at: '2026-11-23T10:00:00Z' })) },
    }),
    ...answers,
  });
  const result = renderPage(api, (portal) => <RoundPage portal={portal} roundId="r" search={readRoundSearch({})} onSearch={() => undefined} />);
  const sent = (name: string) => api.asked.filter((asked) => asked.name === name).map(({ variables }) => variables);
  return { ...result, sent };
}

const chipOf = (row: HTMLElement | undefined): string => row?.querySelector('.v-outcome')?.textContent ?? '';
const rows = () => screen.findAllByRole('row').then((all) => all.filter((row) => row.dataset['line'] !== undefined));

describe('the page of a round', () => {
  it('shows what is unusual first, says which keys there are, and axe finds nothing', async () => {
    open();
    expect((await rows()).map((row) => row.querySelector('strong')?.textContent)).toEqual(['Bedrijf 1', 'Bedrijf 2', 'Bedrijf 3', 'Bedrijf 4']);
    expect(screen.getByText('niveau te laag, niet nagekeken bij de leverancier')).toBeVisible();
    expect(screen.getByText('intrekken, met reden')).toBeVisible();
    expect(await axeFindings()).toEqual([]);
  });

  it('keeps by one key, goes on to the next line, and takes it back by another', async () => {
    const { sent } = open({ ReviewUndoAct: () => ({ undoReviewAct: { id: 'undo', count: 1, round: aRound(), lines: [FOUR_LINES[0]] } }) });
    await rows();
    await userEvent.keyboard('b');
    expect(sent('ReviewDecide')).toEqual([{ input: { ids: ['1'], decision: 'keep', reason: null } }]);
    await waitFor(async () => expect((await rows())[1]).toHaveFocus());
    expect(chipOf((await rows())[0])).toBe('Behouden');
    await userEvent.keyboard('z');
    await waitFor(async () => expect(chipOf((await rows())[0])).toBe('Niet beoordeeld'));
    expect(sent('ReviewUndoAct')).toEqual([{ id: 'act', withLines: true }]);
  });

  it('takes back the act that is still under way, and never the one before it', async () => {
    const answers: (() => void)[] = [];
    let acts = 0;
    const { sent } = open({
      ReviewDecide: ({ input }: { input: { ids: string[] } }) => new Promise((resolve) => {
        const id = `act-${String((acts += 1))}`;
        answers.push(() => resolve({ decideReviewLines: { id, count: 1, round: aRound(), lines: FOUR_LINES.filter((line) => input.ids.includes(line.id)) } }));
      }),
      ReviewUndoAct: () => ({ undoReviewAct: { id: 'undo', count: 1, round: aRound(), lines: [] } }),
    });
    await rows();
    await userEvent.keyboard('b');
    answers[0]?.();
    await userEvent.keyboard('jbz');
    expect(sent('ReviewUndoAct')).toEqual([]);
    answers[1]?.();
    await waitFor(() => expect(sent('ReviewUndoAct')).toEqual([{ id: 'act-2', withLines: true }]));
  });

  it('asks why before it revokes or changes, and sends nothing without a reason', async () => {
    const { sent } = open();
    await rows();
    await userEvent.keyboard('i');
    const field = await screen.findByRole('textbox', { name: /Reden/ });
    expect(field).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('Vul in waarom.')).toBeVisible();
    expect(sent('ReviewDecide')).toEqual([]);
    await userEvent.keyboard('Uit dienst{Enter}');
    expect(sent('ReviewDecide')).toEqual([{ input: { ids: ['1'], decision: 'revoke', reason: 'Uit dienst' } }]);
  });

  it('leaves a right of the viewer’s own to somebody else', async () => {
    const { sent } = open();
    await rows();
    await userEvent.keyboard('jb');
    expect(screen.getByText('Gaat over jou: iemand anders beslist.')).toBeVisible();
    expect(sent('ReviewDecide')).toEqual([]);
  });

  it('does nothing by keys in a field, after G, or for who may not decide', async () => {
    const { sent, unmount } = open();
    await rows();
    await userEvent.keyboard('gb');
    unmount();
    const auditor = open({}, aRound({ viewerCan: [] }));
    await rows();
    await userEvent.keyboard('b');
    expect([sent('ReviewDecide'), auditor.sent('ReviewDecide')]).toEqual([[], []]);
    expect(screen.queryByRole('button', { name: 'Controle afsluiten' })).toBeNull();
    expect(screen.queryByText('intrekken, met reden')).toBeNull();
  });

  it('takes a decision off the screen again where it is refused, and says why', async () => {
    open({ ReviewDecide: () => { throw new PortalError('ROUND_CLOSED'); } });
    await rows();
    await userEvent.keyboard('b');
    expect(await screen.findByText('Deze controle is afgesloten.')).toBeVisible();
    expect(chipOf((await rows())[0])).toBe('Niet beoordeeld');
  });

  it('keeps all usual ones in one press, and none of the others', async () => {
    const { sent } = open({ ReviewKeepUsual: () => ({ keepUsualReviewLines: { id: 'bulk', count: 2, round: aRound() } }) });
    await rows();
    await userEvent.click(screen.getByRole('button', { name: '2 zonder bijzonderheden behouden' }));
    expect(sent('ReviewKeepUsual')).toEqual([{ roundId: 'r', filter: {} }]);
    await waitFor(async () => expect((await rows()).map(chipOf)).toEqual(['Niet beoordeeld', 'Niet beoordeeld', 'Behouden', 'Behouden']));
  });

  it('says before closing what stays unreviewed and what follows', async () => {
    const { sent } = open({ ReviewClose: () => ({ closeReviewRound: aRound({ state: 'closed' }) }) });
    await rows();
    await userEvent.click(screen.getByRole('button', { name: 'Controle afsluiten' }));
    expect(await screen.findByText(/4 regels zijn niet beoordeeld: die blijven staan en tellen niet als behouden/)).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Afsluiten voor Kantoor Noord' }));
    expect(sent('ReviewClose')).toEqual([{ id: 'r' }]);
  });

  it('shows of a closed round what followed, and lets nothing be decided', async () => {
    open({}, aRound({ state: 'closed', closedOn: '2026-12-01', viewerCan: [], closing: { revokes: 1, changes: 0, alreadyUnderWay: 0 } }));
    await rows();
    expect(screen.getByText(/1 intrekking en 0 wijzigingen om uit te voeren/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Intrekken' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Verslag om te printen' })).toHaveAttribute('href', '/reports/review-rounds/r?tenant=noord&language=nl');
  });
});
