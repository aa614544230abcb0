import { passesElevenCheck } from '@ketenregie/kernel';
import { assertCompanyFact, assertCompanyNumbers, companyNameKey, foldText, isNaturalPersonForm, searchTextOf, searchWords } from './index.js';
import { aCompanyFact } from './testing/recorded-companies.js';

describe('folding text', () => {
  it.each([
    ["Café 't Hoekje B.V.", 'cafe t hoekje b v'],
    ['  Özdemir   &  Zn. ', 'ozdemir zn'],
    ['ŁÓDŹ-Trans', 'łodz trans'],
    ['K-1042', 'k 1042'],
    ['...', ''],
  ])('%j becomes %j', (text, folded) => expect(foldText(text)).toBe(folded));
});

describe('two company names', () => {
  it.each([
    ['Bakkerij Jansen BV', 'bakkerij jansen b.v.', true],
    ['De Vries V.O.F.', 'De Vries vof', true],
    ['Bouw B. V.', 'Bouw  BV', true],
    ['Peperbus besloten vennootschap', 'Peperbus B.V.', true],
    ['Van-der-Meer N.V.', 'Van der Meer NV', true],
    ['Jansen', 'Jansen BV', false],
    ['Jansen BV', 'Jansen VOF', false],
    ['Café', 'Cafe', false],
    ['Jansen & Zn', 'Jansen Zn', false],
  ])('%j and %j: same is %s', (one, other, isSame) => expect(companyNameKey(one) === companyNameKey(other)).toBe(isSame));

  it('of punctuation alone differ still', () => expect(companyNameKey('!!')).not.toBe(companyNameKey('??')));
});

describe('numbers of a company', () => {
  it.each([
    ['992700017', false],
    ['992700012', true],
    ['000001004', true],
    ['000000000', false],
    ['99270001', false],
    ['9927000121', false],
  ])('RSIN %s passes the 11-check: %s', (digits, passes) => expect(passesElevenCheck(digits)).toBe(passes));

  it.each([
    ['Eenmanszaak', true],
    ['eenmansbedrijf', true],
    ['zzp', true],
    ['Zelfstandige zonder personeel', true],
    ['natuurlijk persoon', true],
    ['Besloten Vennootschap', false],
    ['Maatschap', false],
    [null, false],
  ])('legal form %j is a natural person: %s', (form, isNatural) => expect(isNaturalPersonForm(form)).toBe(isNatural));

  it.each([
    ['a KvK number of seven digits', { kvkNumber: '9000001' }, 'kvkNumber'],
    ['an RSIN that fails the 11-check', { rsin: '992700017' }, 'rsin'],
    ['the RSIN of a sole trader, which is his citizen number', { rsin: '992700012', legalForm: 'eenmanszaak' }, 'rsin'],
  ])('are refused: %s', (_, numbers, field) => {
    const given = { kvkNumber: null, rsin: null, legalForm: null, ...numbers };
    expect(() => assertCompanyNumbers(given)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field }));
  });

  it('are accepted with leading zeros, and left out', () => {
    expect(() => assertCompanyNumbers({ kvkNumber: '00900001', rsin: '000001004', legalForm: 'BV' })).not.toThrow();
    expect(() => assertCompanyNumbers({ kvkNumber: null, rsin: null, legalForm: 'eenmanszaak' })).not.toThrow();
  });
});

describe('a company of a list', () => {
  it.each([
    ['a name of 201 characters', { name: 'x'.repeat(201) }, 'name'],
    ['neither name nor number', { name: ' ', clientNumber: 'K1' }, 'name'],
    ['a client number of 41 characters', { clientNumber: 'x'.repeat(41) }, 'clientNumber'],
    ['a client number of spaces', { clientNumber: '  ' }, 'clientNumber'],
    ['a KvK number of seven digits', { kvkNumber: '9000001' }, 'kvkNumber'],
  ])('is refused for %s', (_, change, field) => {
    expect(() => assertCompanyFact(aCompanyFact(change))).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field }));
  });

  it.each([
    ['a name of 200 characters', { name: 'x'.repeat(200) }],
    ['a KvK number without a name', { name: '', kvkNumber: '90000011' }],
    ['a client number of 40 characters', { clientNumber: 'x'.repeat(40) }],
  ])('is accepted with %s', (_, change) => {
    expect(() => assertCompanyFact(aCompanyFact(change))).not.toThrow();
  });
});

describe('searching a company', () => {
  const text = searchTextOf({ name: "Café 't Hoekje B.V.", otherNames: ['De Hoek'], kvkNumber: '90000011', rsin: '992700012', clientNumber: 'K-1042', town: "'s-Gravenhage" });

  it.each(['hoekje', 'CAFÉ', 'de hoek', 'gravenhage', '90000011', '9000 0011', '9000.0011', '0011', '992700012', 'K-1042', 'k1042', 'hoek 1042', ''])('finds it by %j', (typed) => {
    expect(searchWords(typed).every((word) => text.includes(word))).toBe(true);
  });

  it.each(['slager', '90000012', 'hoekje rotterdam'])('does not find it by %j', (typed) => {
    expect(searchWords(typed).every((word) => text.includes(word))).toBe(false);
  });
});
