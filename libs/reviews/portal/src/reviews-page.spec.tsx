import { axeFindings, fakeApi, renderPage } from '@ketenregie/tenants-portal/testing';
import { PortalError } from '@ketenregie/portal-kit';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ProgrammeFactsFragment } from './generated/operations.js';
import { ReviewsPage } from './reviews-page.js';
import { aRound } from './testing/a-round.js';

const programme: ProgrammeFactsFragment = {
  ...{ id: 'p', name: 'Kwartaalcontrole', every: 'quarter', months: 3, startsOn: '2026-10-01', scope: 'supplier', clientId: null, clientName: null, supplierKey: 'kpn' },
  ...{ dueDays: 21, fallbackMemberId: null, state: 'active', nextRoundOn: '2027-01-01', viewerCan: ['review.plan', 'review.start'] },
};

type Answers = Parameters<typeof fakeApi>[0];

function open(answers: Answers = {}) {
  const api = fakeApi({
    ReviewsOverview: () => ({ tenant: { kind: 'office', viewerCan: ['review.plan'] }, reviewProgrammes: [programme], reviewRounds: { edges: [{ node: aRound() }] } }),
    ReviewsClosed: () => ({ reviewRounds: { pageInfo: { endCursor: null, hasNextPage: false }, edges: [{ node: aRound({ id: 'oud', name: 'Vorig kwartaal', state: 'closed', closedOn: '2026-09-30' }) }] } }),
    ReviewSuppliers: () => ({ catalogue: { suppliers: [{ key: 'kpn', name: 'KPN' }] } }),
    ReviewChoices: () => ({ companyIndex: { entries: [] }, catalogue: { suppliers: [{ key: 'kpn', name: 'KPN' }] }, members: [] }),
    ...answers,
  });
  const result = renderPage(api, (portal) => <ReviewsPage portal={portal} />);
  const sent = (name: string) => api.asked.filter((asked) => asked.name === name).map(({ variables }) => variables);
  return { ...result, sent };
}

describe('the page of reviews', () => {
  it('shows what runs and what of it is the viewer’s, the programmes and what was closed, and axe finds nothing', async () => {
    open();
    const round = await screen.findByRole('link', { name: 'Beoordelen: Kwartaalcontrole ketens' });
    expect(round).toHaveAttribute('href', '/noord/controles/r');
    expect(screen.getByText('3 wachten op jou. Bij 2 regels is iets bijzonders.')).toBeVisible();
    expect(await screen.findByText(/Ketenmachtigingen bij KPN/)).toBeVisible();
    expect(screen.getByText('Volgende begint op 1 jan 2027')).toBeVisible();
    expect(await screen.findByRole('link', { name: /Verslag van Vorig kwartaal/ })).toHaveAttribute('href', '/reports/review-rounds/oud?tenant=noord&language=nl');
    expect(await axeFindings()).toEqual([]);
  });

  it('plans a programme, and says in its place what is missing', async () => {
    const { sent } = open({ ReviewPlan: () => ({ planReviewProgramme: { id: 'n' } }) });
    await userEvent.click(await screen.findByRole('button', { name: 'Periodieke controle plannen' }));
    const form = within(await screen.findByRole('dialog'));
    await userEvent.clear(form.getByRole('textbox', { name: /Naam/ }));
    await userEvent.click(form.getByRole('button', { name: 'Plannen' }));
    expect(form.getByRole('link', { name: 'Geef de controle een naam.' })).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await userEvent.type(form.getByRole('textbox', { name: /Naam/ }), 'Ketens');
    await userEvent.click(form.getByRole('radio', { name: 'Elk jaar' }));
    await userEvent.click(form.getByRole('button', { name: 'Plannen' }));
    expect(sent('ReviewPlan')).toEqual([{ input: expect.objectContaining({ name: 'Ketens', every: 'year', scope: 'all', dueDays: 21, state: 'active' }) }]);
  });

  it('starts a round and opens it; where one is open it says so', async () => {
    const { went } = open({ ReviewStart: () => ({ startReviewRound: { id: 'nieuw' } }) });
    await userEvent.click(await screen.findByRole('button', { name: 'Nu beginnen met Kwartaalcontrole' }));
    expect(went).toEqual(['/noord/controles/nieuw']);
  });

  it('tells in words why a round is not started', async () => {
    open({ ReviewStart: () => { throw new PortalError('ROUND_OPEN'); } });
    await userEvent.click(await screen.findByRole('button', { name: 'Nu beginnen met Kwartaalcontrole' }));
    expect(await screen.findByText('Er loopt al een controle van dit programma.')).toBeVisible();
  });

  it('plans and starts nothing for who may not', async () => {
    open({ ReviewsOverview: () => ({ tenant: { kind: 'office', viewerCan: [] }, reviewProgrammes: [{ ...programme, viewerCan: [] }], reviewRounds: { edges: [] } }) });
    await screen.findByText('Er loopt geen controle');
    expect(screen.queryByRole('button', { name: /plannen|beginnen|aanpassen/ })).toBeNull();
  });
});
