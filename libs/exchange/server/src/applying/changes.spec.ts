import { NO_CHANGES, countOutcomes } from './changes.js';

describe('counting changes', () => {
  it('adds to what was counted before', () => {
    const first = countOutcomes(NO_CHANGES, ['created', 'created', 'skipped']);
    expect(countOutcomes(first, ['unchanged', 'created'])).toEqual({ created: 3, updated: 0, unchanged: 1, skipped: 1 });
    expect(NO_CHANGES).toEqual({ created: 0, updated: 0, unchanged: 0, skipped: 0 });
  });
});
