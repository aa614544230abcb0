import { DomainError } from '@ketenregie/kernel';

/** Length only, no composition rules (OWASP ASVS 5.0, 6.2.1, 6.2.5, 6.2.9); counted in characters, so nothing is cut off unseen. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;

/** The commonest long passwords and obvious Dutch ones; a small offline list, for an online one would hand them out. */
const COMMON = new Set(['password1234', 'wachtwoord12', 'wachtwoord123', 'welkom123456', 'qwertyuiop12', '123456789012', 'eherkenning1', 'administratie']);

/** Refuses a password that is too short, too long or too common. The message never repeats it. */
export function assertPassword(password: string): void {
  const length = [...password].length;
  if (length < PASSWORD_MIN) throw new DomainError('PASSWORD_TOO_SHORT', `A password has at least ${PASSWORD_MIN} characters.`, 'password');
  if (length > PASSWORD_MAX) throw new DomainError('PASSWORD_TOO_LONG', `A password has at most ${PASSWORD_MAX} characters.`, 'password');
  if (COMMON.has(password.toLowerCase())) throw new DomainError('PASSWORD_TOO_COMMON', 'This password is used too often to be safe.', 'password');
}
