import { axeFindings, fakeApi, renderPage } from '@ketenregie/tenants-portal/testing';
import { PortalError } from '@ketenregie/portal-kit';
import { screen, waitFor } from '@testing-library/react';
import { aRound } from './testing/a-round.js';
import { WaitingRounds } from './waiting-rounds.js';

function open(answer: () => unknown) {
  const api = fakeApi({ ReviewsWaiting: answer as never });
  renderPage(api, (portal) => <WaitingRounds portal={portal} />);
  return waitFor(() => expect(api.asked).toHaveLength(1));
}

const none = aRound().reviewers.map((reviewer) => ({ ...reviewer, undecided: 0 }));

describe('reviews on the page of today', () => {
  it('shows the rounds in which lines wait for the viewer, and no other', async () => {
    await open(() => ({ reviewRounds: { edges: [{ node: aRound() }, { node: aRound({ id: 'af', name: 'Niets meer te doen', reviewers: none }) }] } }));
    expect(await screen.findByRole('link', { name: 'Beoordelen: Kwartaalcontrole ketens' })).toHaveAttribute('href', '/noord/controles/r');
    expect(screen.queryByText('Niets meer te doen')).toBeNull();
    expect(await axeFindings()).toEqual([]);
  });

  it('says nothing to who has no part in reviews', async () => {
    await open(() => {
      throw new PortalError('FORBIDDEN');
    });
    expect(screen.queryByRole('heading', { name: /Lopende controles/ })).toBeNull();
  });
});
