import { PASSWORD_MAX, PASSWORD_MIN, assertPassword } from './password.js';

describe('a password', () => {
  it.each([
    ['twelve characters', 'a'.repeat(PASSWORD_MIN)],
    ['twelve emoji, not twelve bytes', '🔑'.repeat(PASSWORD_MIN)],
    ['the longest', 'b'.repeat(PASSWORD_MAX)],
  ])('is accepted with %s', (_, password) => expect(() => assertPassword(password)).not.toThrow());

  it.each([
    ['too short', 'a'.repeat(PASSWORD_MIN - 1), 'PASSWORD_TOO_SHORT'],
    ['too long', 'a'.repeat(PASSWORD_MAX + 1), 'PASSWORD_TOO_LONG'],
    ['common, in any case', 'Wachtwoord123', 'PASSWORD_TOO_COMMON'],
  ])('is refused when %s', (_, password, code) => expect(() => assertPassword(password)).toThrow(expect.objectContaining({ code, field: 'password' })));

  it('is never repeated in the refusal', () => {
    expect(() => assertPassword('geheim')).toThrow(expect.not.objectContaining({ message: expect.stringContaining('geheim') }));
  });
});
