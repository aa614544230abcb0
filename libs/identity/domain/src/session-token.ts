/** Sessions end after this long without use, and at the latest after the absolute limit (OWASP ASVS 5.0, 7.3). Hours. */
export const SESSION_IDLE_HOURS = 12;
export const SESSION_ABSOLUTE_HOURS = 24 * 7;

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** Whether a text has the form of a session token: 256 bits in base64url. Anything else is not even looked up. */
export function isSessionToken(text: string): boolean {
  return TOKEN.test(text);
}
