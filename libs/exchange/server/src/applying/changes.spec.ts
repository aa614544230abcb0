import { NO_CHANGES, type Outcome, countOutcomes, strongest } from './changes.js';

describe('counting changes', () => {
  it('adds to what was counted before', () => {
    const first = countOutcomes(NO_CHANGES, ['created', 'created', 'skipped']);
    expect(countOutcomes(first, ['unchanged', 'created'])).toEqual({ created: 3, updated: 0, unchanged: 1, skipped: 1 });
    expect(NO_CHANGES).toEqual({ created: 0, updated: 0, unchanged: 0, skipped: 0 });
  });

  it.each([
    ['nothing', [], 'skipped'],
    ['one half made, the other known', ['unchanged', 'created'], 'created'],
    ['one changed', ['unchanged', 'updated'], 'updated'],
    ['all known', ['unchanged', 'unchanged'], 'unchanged'],
  ] as [string, Outcome[], Outcome][])('names a row after the strongest: %s', (_, outcomes, expected) => expect(strongest(outcomes)).toBe(expected));
});
