import { SESSION_ABSOLUTE_HOURS } from '@ketenregie/identity-domain';

/** How the session's cookie is set. */
export interface SessionCookie {
  readonly name: string;
  readonly isSecure: boolean;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The cookie for a public address: `__Host-` and Secure over https and on loopback (browsers keep it there over http too); a plain name only
 * where people reach the product by plain http elsewhere.
 */
export function sessionCookieFor(publicUrl: string): SessionCookie {
  const { protocol, hostname } = new URL(publicUrl);
  const isSecure = protocol === 'https:' || LOOPBACK.test(hostname);
  return { name: isSecure ? '__Host-ketenregie' : 'ketenregie', isSecure };
}

/** The Set-Cookie text that carries a token. */
export function cookieOf({ name, isSecure }: SessionCookie, token: string): string {
  return `${name}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${SESSION_ABSOLUTE_HOURS * 3_600}${isSecure ? '; Secure' : ''}`;
}

/** The Set-Cookie text that takes it away. */
export function cookieGone({ name, isSecure }: SessionCookie): string {
  return `${name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${isSecure ? '; Secure' : ''}`;
}

/** The value of one cookie of a Cookie header, or null. Values of ours are base64url, so nothing is decoded. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value) return value;
  }
  return null;
}
