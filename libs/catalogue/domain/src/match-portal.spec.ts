import { createCatalogueMatcher } from './match-portal.js';
import { normalisePortalText } from './portal-text.js';
import { SHIPPED_CATALOGUE } from './shipped-catalogue.js';
import { createServiceSuggester } from './suggest-service.js';

const matcher = createCatalogueMatcher(SHIPPED_CATALOGUE);

describe('normalisePortalText', () => {
  it.each([
    ['MBD-Z', 'mbd z'],
    ['  Kadaster-on-line ', 'kadaster on line'],
    ['CBS enquête', 'cbs enquete'],
    ['U\u200bW\u200bV', 'uwv'],
    ['S&O', 's o'],
    ['***', ''],
  ])('compares %j as %j', (text, expected) => expect(normalisePortalText(text)).toBe(expected));
});

describe('matchPortal', () => {
  it.each([
    ['mbdz', 'bd-mbdz'],
    ['Mijn Belastingdienst', 'bd-mbdz'],
    ['UWV  verzuim', 'uwv-verzuim'],
    ['a1 verklaring', 'svb-twinternet'],
    ['Land registry', undefined],
    ['My Kadaster', 'kadaster-mijn'],
    ['TenderNed', 'tenderned'],
  ])('reads %j as service %s', (text, key) => {
    const match = matcher.matchPortal(text);
    expect(match.kind === 'service' ? match.service.key : undefined).toBe(key);
  });

  it.each([
    ['BD', 'belastingdienst'],
    ['u.w.v.', 'uwv'],
    ['Kamer van Koophandel (KVK)', 'kvk'],
  ])('reads %j as provider %s only', (text, key) => {
    expect(matcher.matchPortal(text)).toMatchObject({ kind: 'provider', provider: { key } });
  });

  it.each(['alles', 'Alle diensten', 'ALLE DIENSTVERLENERS', 'algemene machtiging'])('reads %j as everything', (text) => {
    expect(matcher.matchPortal(text).kind).toBe('all');
  });

  it('reads all services of one provider as that provider, widely', () => {
    expect(matcher.matchPortal('alle diensten UWV')).toMatchObject({ kind: 'provider-all', provider: { key: 'uwv' } });
  });

  it.each(['UWV werkgeversportal', 'portaal', '', 'diversen'])('does not guess at the near miss %j', (text) => {
    expect(matcher.matchPortal(text).kind).toBe('unknown');
  });
});

describe('matchSupplier', () => {
  it.each([
    ['Creaim reconi', 'reconi'],
    ['Signicat', 'weid'],
    ['Z-Login', 'zlogin'],
    ['QuoVadis / DigiCert', 'quovadis'],
    ['KvK', undefined],
  ])('reads %j as %s', (text, key) => expect(matcher.matchSupplier(text)?.key).toBe(key));
});

describe('the shipped catalogue', () => {
  const { suppliers, providers, services } = SHIPPED_CATALOGUE;

  it('holds six suppliers, and every service has a provider of the list', () => {
    expect([suppliers.length, services.length]).toEqual([6, 59]);
    const keys = new Set(providers.map((provider) => provider.key));
    expect(services.filter((service) => !keys.has(service.providerKey))).toEqual([]);
  });

  it('gives no name to two services', () => {
    const owners = new Map<string, Set<string>>();
    for (const { key, nameNl, aliases } of services) {
      for (const name of [nameNl, ...aliases].map(normalisePortalText)) owners.set(name, (owners.get(name) ?? new Set()).add(key));
    }
    expect([...owners].filter(([, keys]) => keys.size > 1)).toEqual([]);
  });

  it('finds every service by each of its names', () => {
    for (const service of services) {
      for (const name of [service.nameNl, ...service.aliases]) expect(matcher.matchPortal(name)).toMatchObject({ kind: 'service', service: { key: service.key } });
    }
  });
});

describe('createServiceSuggester', () => {
  const suggest = createServiceSuggester(SHIPPED_CATALOGUE);

  it.each([
    ['UWV werkgeversportal', 'UWV Werkgeversportaal'],
    ['Kadaster onlin', 'Mijn Kadaster'],
    ['Leasemaatschappij', null],
    ['', null],
  ])('offers for %j the name %j', (text, offer) => expect(suggest(text)).toBe(offer));
});
