import type { ServiceFacts } from './service-facts.js';
import { countViews, filterServices, nameServices, readPortalsSearch } from './service-filter.js';
import { settleInputOf } from './settle-draft.js';

const service = (facts: Partial<ServiceFacts>): ServiceFacts => ({ key: 'bd-ob', providerKey: 'bd', nameNl: 'Omzetbelasting', nameEn: 'Turnover tax', requiredLevel: 'EH3', isLevelSettled: false, chainAllowed: 'yes', isChainSettled: false, registerKind: 'eherkenning', source: null, verifiedOn: '2026-10-01', confidence: 'high', note: null, noteNl: null, isAdopted: false, viewerCan: [], ...facts });
const providers = [{ key: 'bd', nameNl: 'Belastingdienst', nameEn: 'Tax Administration' }, { key: 'uwv', nameNl: 'UWV', nameEn: 'UWV' }];
const services = [service({ key: 'uwv-wp', providerKey: 'uwv', nameNl: 'Werkgeversportaal', nameEn: 'Employer portal', requiredLevel: null, chainAllowed: 'no', isAdopted: true }), service({})];

describe('the list of portals', () => {
  it('stands by provider and is named in the language of the viewer', () => {
    expect(nameServices(services, providers, 'en').map((each) => `${each.providerName}: ${each.name}`)).toEqual(['Tax Administration: Turnover tax', 'UWV: Employer portal']);
  });

  it.each([
    [{ q: 'tax omzet' }, ['bd-ob']],
    [{ toon: 'used' }, ['uwv-wp']],
    [{ toon: 'level' }, ['uwv-wp']],
    [{ toon: 'chain', q: 'belasting' }, []],
    [{}, ['bd-ob', 'uwv-wp']],
  ] as const)('filtered by %j holds %j', (search, keys) => {
    expect(filterServices(nameServices(services, providers, 'nl'), search).map((each) => each.key)).toEqual(keys);
  });

  it('counts each view', () => {
    expect(countViews(services)).toEqual({ all: 2, used: 1, level: 1, chain: 1 });
  });

  it('reads from an address what it knows and nothing else', () => {
    expect(readPortalsSearch({ q: 'uwv', toon: 'used' })).toEqual({ q: 'uwv', toon: 'used' });
    expect(readPortalsSearch({ q: 3, toon: 'everything' })).toEqual({});
  });
});

describe('settling a service', () => {
  it('sends only what differs, and takes back with null', () => {
    expect(settleInputOf({ level: 'EH3', chain: null, reason: ' gezien ' }, service({}))).toEqual({ serviceKey: 'bd-ob', reason: 'gezien', requiredLevel: 'EH3' });
    expect(settleInputOf({ level: null, chain: null, reason: 'x' }, service({ isLevelSettled: true }))).toEqual({ serviceKey: 'bd-ob', reason: 'x', requiredLevel: null });
  });
});
