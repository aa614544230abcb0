import { indexCompanies, markMatches, searchCompanies } from './company-search.js';
import type { PaletteCompany } from './company-search.js';
import { fold } from './fold.js';
import { MOST_ITEMS, paletteItems } from './palette-items.js';

const company = (name: string, kvk: string | null, clientNumber: string | null = null, town: string | null = null): PaletteCompany => ({ key: kvk ?? name, name, kvk, clientNumber, town });

const companies: readonly PaletteCompany[] = [
  company('Van der Meer Bouw B.V.', '90001201', 'K1042', 'Zwolle'),
  company('Van der Meer Bouw B.V.', '90001202', 'K1043', 'Utrecht'),
  company('Café ’t Hoekje B.V.', '90001203', 'K7', 'Meppel'),
  company('Bouw 9000 B.V.', '90005555', 'K9', 'Assen'),
  company('Meerzicht N.V.', '90001204', '1201', 'Almere'),
  company('Özdemir Horeca', '90001205', null, 'Groningen'),
  { ...company('Blom Zorg', '90001206'), otherNames: ['Thuiszorg De Linde'] },
];
const index = indexCompanies(companies);
const found = (typed: string) => searchCompanies(index, typed).map((hit) => hit.company.kvk);

describe('fold', () => {
  it.each([
    ['Café ’t Hoekje B.V.', 'cafe t hoekje b v'],
    ['  Özdemir  ', 'ozdemir'],
  ])('reads "%s" as "%s"', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('searching companies', () => {
  it.each([
    ['accents do not matter', 'cafe', '90001203'],
    ['nor in the name', 'ozdemir', '90001205'],
    ['a whole KvK number is the first hit', '90005555', '90005555'],
    ['also as people group it', '9000 1203', '90001203'],
    ['a whole client number beats the middle of KvK numbers', '1201', '90001204'],
    ['a client number without its letter', '7', '90001203'],
    ['a client number with its letter', 'k1043', '90001202'],
    ['name and town together', 'meer utrecht', '90001202'],
    ['a trade name', 'linde', '90001206'],
    ['the name that begins with it comes before the one that holds it', 'bouw', '90005555'],
  ])('%s: "%s"', (_promise, typed, kvk) => {
    expect(found(typed)[0]).toBe(kvk);
  });

  it('finds nothing for nothing, and nothing for nonsense', () => {
    expect(found('')).toEqual([]);
    expect(found('qqq')).toEqual([]);
  });

  it('tells companies of one name apart', () => {
    expect(searchCompanies(index, 'van der meer bouw').map((hit) => [hit.company.clientNumber, hit.isNameShared])).toEqual([
      ['K1042', true],
      ['K1043', true],
    ]);
  });

  it('marks what was typed on the name as it is written', () => {
    expect(markMatches('Café ’t Hoekje', 'caf hoek').filter((part) => part.isMatch).map((part) => part.text)).toEqual(['Caf', 'Hoek']);
    expect(markMatches('Café ’t Hoekje', 'caf hoek').map((part) => part.text).join('')).toBe('Café ’t Hoekje');
  });
});

describe('the rows of the palette', () => {
  const commands = [
    { key: 'today', label: 'Vandaag' },
    { key: 'access', label: 'Toegang' },
  ];
  const source = { index, recentKeys: ['90001203', '90001201', 'gone'], commands };
  const keys = (typed: string) => paletteItems(source, typed).items.map((item) => (item.kind === 'company' ? item.hit.company.key : item.command.key));

  it('puts the previous company first where nothing is typed, then the others and the screens', () => {
    expect(keys('')).toEqual(['90001203', '90001201', 'today', 'access']);
    expect(paletteItems(source, '').items[0]).toMatchObject({ kind: 'company', isPrevious: true });
  });

  it('never puts a screen before a number', () => {
    expect(keys('90001201')[0]).toBe('90001201');
  });

  it('puts a screen first where no company begins so', () => {
    expect(keys('vandaag')[0]).toBe('today');
    expect(keys('van')[0]).toBe('90001201');
    expect(keys('van')).toContain('today');
  });

  it('shows nine rows at most and counts all', () => {
    const many = { ...source, index: indexCompanies(Array.from({ length: 50 }, (_, place) => company(`Bouw ${String(place)}`, String(91000000 + place)))) };
    expect(paletteItems(many, 'bouw').items).toHaveLength(MOST_ITEMS);
    expect(paletteItems(many, 'bouw').found).toBe(50);
  });
});
