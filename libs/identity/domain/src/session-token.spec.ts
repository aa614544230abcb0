import { isSessionToken } from './session-token.js';

describe('a session token', () => {
  it.each([
    ['256 bits in base64url', 'A'.repeat(43), true],
    ['too short', 'A'.repeat(42), false],
    ['too long', 'A'.repeat(44), false],
    ['another alphabet', `${'A'.repeat(42)}+`, false],
    ['nothing', '', false],
  ])('%s', (_, text, expected) => expect(isSessionToken(text)).toBe(expected));
});
