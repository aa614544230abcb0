import { cookieGone, cookieOf, readCookie, sessionCookieFor } from './session-cookie.js';

describe('the session’s cookie', () => {
  it.each([
    ['https://ketenregie.example', '__Host-ketenregie', true],
    ['http://127.0.0.1:3000', '__Host-ketenregie', true],
    ['http://localhost:3000', '__Host-ketenregie', true],
    ['http://[::1]:3000', '__Host-ketenregie', true],
    ['http://kantoor.intern', 'ketenregie', false],
  ])('at %s is %s', (address, name, isSecure) => expect(sessionCookieFor(address)).toEqual({ name, isSecure }));

  it('is kept from scripts and from other sites, and is gone at once when taken away', () => {
    const cookie = sessionCookieFor('https://k.example');
    expect(cookieOf(cookie, 'T')).toBe('__Host-ketenregie=T; Path=/; HttpOnly; SameSite=Lax; Max-Age=604800; Secure');
    expect(cookieGone(cookie)).toContain('Max-Age=0');
    expect(cookieOf(sessionCookieFor('http://k.example'), 'T')).not.toContain('Secure');
  });
});

describe('reading a cookie', () => {
  it.each([
    ['the only one', 'a=1', '1'],
    ['one among others', 'b=2; a=1; c=3', '1'],
    ['the first of two', 'a=1; a=2', '1'],
    ['not a longer name', 'aa=1', null],
    ['an empty value', 'a=', null],
    ['no header', undefined, null],
  ])('%s', (_, header, expected) => expect(readCookie(header, 'a')).toBe(expected));
});
