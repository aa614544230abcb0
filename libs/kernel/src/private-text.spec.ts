import { assertNothingPrivate, privateIn } from './private-text.js';

describe('what is kept nowhere', () => {
  it.each([
    ['ww: Welkom2025!', 'secret'],
    ['inlog PIN 4821, niet delen', 'secret'],
    ['De sms-code was 771122', 'secret'],
    ['Herstelcode = abcd-efgh', 'secret'],
    ['BSN 999992053', 'citizen-number'],
    ['Jan (999 992 053) belt', 'citizen-number'],
    ['999992053', 'citizen-number'],
    ['paspoort NW1234567 gezien', 'document-number'],
    ['ID-kaart nr. IM98C4561', 'document-number'],
    ['rijbewijs 5123456789', 'document-number'],
    ['documentnummer: spec20142', 'document-number'],
  ])('is found in %j', (text, content) => expect(privateIn(text)).toBe(content));

  it.each([
    'wachtwoord gewijzigd op 12-03-2026', 'Exit per 1 december', 'RSIN 992701399', 'KvK 90004412', 'tel 0612345678', 'paspoort geldig tot 12-03-2027', 'identiteitsbewijs verloopt in 2027', 'rijbewijs gezien op 2026-11-03', 'Machtiging 2026/0031', '',
  ])('is not seen in %j', (text) => expect(privateIn(text)).toBeNull());

  it.each(['Pass Partout', 'PW 2000 BV', 'Puk B.V.', 'De Code Groep'])('is not seen in the name %j', (text) => expect(privateIn(text, { isName: true })).toBeNull());

  it('is found in a name too, where a value is assigned or a number stands in it', () => {
    expect([privateIn('Blom BV, ww: Welkom1', { isName: true }), privateIn('Jan, pin 4821', { isName: true }), privateIn('Jan Blom 999992053', { isName: true })]).toEqual(['secret', 'secret', 'citizen-number']);
  });

  it('is refused with the field and without the text, and all else is taken', () => {
    expect(() => assertNothingPrivate('ww: Welkom2025!', 'reason')).toThrow(expect.objectContaining({ code: 'PRIVATE_TEXT', field: 'reason', message: expect.not.stringContaining('Welkom') }));
    expect(() => assertNothingPrivate('Uit dienst', 'reason')).not.toThrow();
  });
});
