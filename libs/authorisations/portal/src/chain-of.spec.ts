import { readChain } from './chain-of.js';
import type { RightFactsFragment } from './generated/operations.js';

const right = (id: string, kind: string, targets: readonly (readonly [string, string | null])[], differs: Partial<RightFactsFragment> = {}): RightFactsFragment => ({
  id, kind, companyId: 'c', personId: null, intermediaryCompanyId: 'own', thirdPartyName: null, thirdPartyKvk: null, supplierKey: null, level: null, scope: 'targets', state: 'active', startsOn: null, endsOn: null, untilPrecision: 'day',
  branchNumber: null, task: null, accountable: null, seenOn: null, seenBy: null, evidenceClass: null, endedWhy: null, viewerCan: [], changes: [],
  targets: targets.map(([providerKey, key]) => ({ providerKey, isWholeProvider: key === null, service: key === null ? null : { key, nameNl: key, nameEn: key } })),
  ...differs,
});
const read = (rights: readonly RightFactsFragment[]) => {
  const { grants, loose, direct } = readChain(rights);
  return { grants: grants.map(({ clientHalf, officeHalves }) => [clientHalf.id, officeHalves.map(({ id }) => id)]), loose: loose.map(({ id }) => id), direct: direct.map(({ id }) => id) };
};

describe('a chain in reading order', () => {
  const grant = right('grant', 'client-half', [['bd', 'bd-ob']]);
  it.each([
    ['the same service', right('half', 'office-half', [['bd', 'bd-ob']]), true],
    ['another service of the provider', right('half', 'office-half', [['bd', 'bd-lh']]), false],
    ['all of the provider', right('half', 'office-half', [['bd', null]]), true],
    ['everything', right('half', 'office-half', [], { scope: 'all' }), true],
    ['another intermediary', right('half', 'office-half', [['bd', 'bd-ob']], { intermediaryCompanyId: 'other' }), false],
  ])('sets a link to %s under the grant that it stands on', (_, half, isUnder) => {
    expect(read([grant, half])).toEqual({ grants: [['grant', isUnder ? ['half'] : []]], loose: isUnder ? [] : ['half'], direct: [] });
  });

  it('keeps direct rights apart', () => expect(read([right('d', 'direct', [['bd', 'bd-ob']])]).direct).toEqual(['d']));
});
