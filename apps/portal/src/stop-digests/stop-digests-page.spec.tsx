import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderPage } from '../testing/render.js';
import { StopDigestsPage } from './stop-digests-page.js';

describe('the page that ends the digests', () => {
  it('decides nothing by being opened, and says what the click did', async () => {
    let clicks = 0;
    renderPage(<StopDigestsPage onStop={() => Promise.resolve((clicks += 1) > 0 ? 204 : 500)} />);
    expect([clicks, screen.queryByText('Je krijgt dit overzicht niet meer.')]).toEqual([0, null]);
    await userEvent.click(screen.getByRole('button', { name: 'Stop het overzicht' }));
    expect(await screen.findByText('Je krijgt dit overzicht niet meer.')).toBeVisible();
    expect(clicks).toBe(1);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it.each([
    [404, 'Deze link hoort bij geen overzicht.'],
    [503, 'Het is niet gelukt. Probeer het zo nog eens.'],
  ])('says what to do where the answer is %i', async (status, words) => {
    renderPage(<StopDigestsPage onStop={() => Promise.resolve(status)} />);
    await userEvent.click(screen.getByRole('button', { name: 'Stop het overzicht' }));
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('says so where there is no answer, and can be tried again', async () => {
    renderPage(<StopDigestsPage onStop={() => Promise.reject(new Error('offline'))} />);
    await userEvent.click(screen.getByRole('button', { name: 'Stop het overzicht' }));
    expect(await screen.findByText('Het is niet gelukt. Probeer het zo nog eens.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Stop het overzicht' })).toBeEnabled();
  });
});
