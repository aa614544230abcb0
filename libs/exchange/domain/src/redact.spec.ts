import fc from 'fast-check';
import { passesElevenCheck } from '@ketenregie/kernel';
import { redact } from './redact.js';

const company = { isNaturalPerson: false };
const soleTrader = { isNaturalPerson: true };
const categories = (text: string, context = company): string[] => redact(text, context).remarks.map((remark) => remark.category);

describe('secrets', () => {
  it.each([
    ['ww: Welkom2025!', 'Welkom2025!'],
    ['ww klant: Zomer2024!', 'Zomer2024!'],
    ['inlog PIN 4821, niet delen', '4821'],
    ['Wachtwoord = geheim', 'geheim'],
    ['wachtwoord is Herfst99', 'Herfst99'],
    ['pincode 1234', '1234'],
    ['PUK-code: 12345678', '12345678'],
    ['password: hunter2; mail naar kantoor', 'hunter2'],
    ['pw Abc,123;x y', '123;x'],
    ['ww Welkom', 'Welkom'],
    ['toegangscode 8812', '8812'],
    ['ww:\nWelkom2025!', 'Welkom2025!'],
    ['code 7781', '7781'],
    ['gebruiker jan, wachtwoord: "a b c"', 'a b c'],
    ['pin van token is 9911', '9911'],
  ])('withholds the value in %j', (text, secret) => {
    expect(redact(text, company).text).not.toContain(secret);
    expect(categories(text)).toEqual(['secret-in-text']);
  });

  it.each([
    'wachtwoord reset aangevraagd',
    'wachtwoord gewijzigd op 12-03-2026',
    'pin vervangen in 2025',
    'Inzien financiële gegevens voor eigenrisicodragers WGA en WW',
    'WW-premie 2,64% berekenen',
    'Aanleveren WGA en WW; UWV WGP',
    'postcode 1234 AB',
    'KvK-code 90004412',
    'pinpas bij de balie',
    'opinie 2024 volgt',
    'Puk B.V.',
    '',
  ])('leaves %j as it is', (text) => expect(redact(text, company)).toEqual({ text, remarks: [] }));
});

describe('citizen numbers', () => {
  it.each(['BSN bestuurder 999992053', '999992053', '9999.92.053', '999 992 053', 'nr.999992053', 'bsn:999992053', 'Jan (999992053) belt', 'BSN 999992053 en tel. 020-1234567', 'sofinr 999992053', 'BSN999992053'])(
    'withholds the number in %j', (text) => {
      expect(redact(text, company).text.replace(/\D/g, '')).not.toContain('999992053');
      expect(categories(text)).toEqual(['bsn-in-text']);
    });

  it.each(['RSIN 992701399', 'rsin: 992701399', 'loonheffingennummer 992701399L01', 'btw-nummer NL992701399B01', 'BTW nr 992701399', '992815001', 'tel 0612345678', '12-05-2027 t/m 1-1-2028', '123456789012'])(
    'keeps %j of a company', (text) => expect(redact(text, company)).toEqual({ text, remarks: [] }));

  it.each(['loonheffingennummer 999992053L01', 'btw-nummer NL999992053B01', 'btw 999992053', '999992053B01'])('withholds %j of a sole trader, for it holds the citizen number', (text) => {
    expect(redact(text, soleTrader).text).not.toContain('999992053');
    expect(categories(text, soleTrader)).toEqual(['bsn-in-text']);
  });

  it('leaves the KvK column to its own reader, unless it speaks of a BSN', () => {
    expect(redact('992701399', { ...company, isCompanyNumber: true }).text).toBe('992701399');
    expect(redact('BSN 999992053', { ...company, isCompanyNumber: true }).text).toBe('BSN (withheld)');
  });

  it('lets no citizen number through, wherever in a text it stands', () => {
    const digits = fc.integer({ min: 10_000_000, max: 999_999_999 }).map((value) => String(value).padStart(9, '0')).filter(passesElevenCheck);
    const around = fc.string({ maxLength: 12 }).map((text) => text.replace(/[\dBL]/gi, '_').replace(/rsin|btw|vat|ob|lh/gi, '_'));
    fc.assert(fc.property(digits, around, around, (number, before, after) => !redact(`${before}${number}${after}`, company).text.includes(number)));
  });

  it('lets no secret through behind a keyword and a colon, whatever characters it has', () => {
    const secret = fc.string({ minLength: 4, maxLength: 20 }).filter((text) => text.trim().length >= 4 && !/\s/.test(text) && !'(withheld)'.includes(text));
    const keyword = fc.constantFrom('ww', 'Wachtwoord', 'PIN', 'pukcode', 'password');
    fc.assert(fc.property(keyword, secret, (word, value) => !redact(`zie dossier, ${word}: ${value}`, company).text.endsWith(value)));
  });
});
