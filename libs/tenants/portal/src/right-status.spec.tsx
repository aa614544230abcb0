import { CheckedSinceContext } from '@ketenregie/ui';
import { screen } from '@testing-library/react';
import { RightStatusChip } from './right-status.js';
import { fakeApi, renderPage } from './testing/index.js';

const right = { status: 'complete', can: 'yes', may: 'yes', endsOn: '2028-01-01' };

describe('the status of a right', () => {
  it('says "not checked" where it was seen longer ago than the office allows, and nothing where it was seen since', () => {
    renderPage(fakeApi({}), () => <CheckedSinceContext value="2025-11-23"><RightStatusChip {...right} seenOn="2025-08-07" /><RightStatusChip {...right} can="yes" may="no" seenOn="2026-10-23" /></CheckedSinceContext>);
    expect(screen.getByText('Compleet').closest('.k-chip')).toHaveTextContent('Compleet, Niet nagekeken');
    expect(screen.getByText('Kan wel, mag niet').closest('.k-chip')).not.toHaveTextContent('Niet nagekeken');
  });
});
