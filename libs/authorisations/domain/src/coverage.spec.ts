import { type Coverage, coverageOf, covers } from './coverage.js';
import type { RightScope } from './authorisation.js';
import type { RightTarget } from './right.js';

const service = { key: 'uwv-mgd', providerKey: 'uwv' };
const named: RightTarget = { serviceKey: 'uwv-mgd' };
const another: RightTarget = { serviceKey: 'bd-lh' };
const provider: RightTarget = { providerKey: 'uwv', isWholeProvider: false };
const wholeProvider: RightTarget = { providerKey: 'uwv', isWholeProvider: true };
const otherProvider: RightTarget = { providerKey: 'douane', isWholeProvider: true };

const CASES: readonly [string, RightScope, readonly RightTarget[], Coverage][] = [
  ['names the service', 'targets', [another, named], 'named'],
  ['all services', 'all', [], 'all'],
  ['all services and this one by name', 'all', [named], 'named'],
  ['the whole provider', 'targets', [wholeProvider], 'whole-provider'],
  ['only the provider named', 'targets', [provider], 'provider-only'],
  ['the provider named, and this service beside it', 'targets', [provider, named], 'named'],
  ['the provider named, once as a whole', 'targets', [provider, wholeProvider], 'whole-provider'],
  ['another service', 'targets', [another], 'none'],
  ['another provider', 'targets', [otherProvider], 'none'],
  ['nothing listed', 'targets', [], 'none'],
];

describe('coverage', () => {
  it.each(CASES)('%s', (_name, scope, targets, expected) => {
    expect(coverageOf({ scope, targets }, service)).toBe(expected);
    expect(covers({ scope, targets }, service)).toBe(expected !== 'none');
  });
});
