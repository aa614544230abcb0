import type { MailOutcome } from './message.js';

interface TransportError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly syscall?: string;
  readonly command?: string;
}

const LONGEST_REPLY = 200;

/** A reply as it is kept: its code and its beginning, on one line. Some servers repeat the address in it; an address is cut out. */
function kept(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/<?[^\s<>]+@[^\s<>]+>?/g, '<...>').trim().slice(0, LONGEST_REPLY);
}

/** Nothing can have been handed over: no connection was made, or the server's name was not found. */
function neverConnected({ code, syscall, command }: TransportError): boolean {
  return syscall === 'connect' || code === 'EDNS' || (command === 'CONN' && (code === 'ECONNREFUSED' || code === 'EHOSTUNREACH'));
}

/** What an error of the transport means. A reply code decides; without one the message may have been taken, unless there never was a connection. */
export function outcomeOf(error: unknown): MailOutcome {
  const failure = (error ?? {}) as TransportError;
  const reply = kept(failure.response ?? failure.code ?? 'no reply');
  const code = failure.responseCode;
  // 421 is said by a server that closes; said after the last dot it is still a reply: the message was not taken.
  if (code !== undefined && code >= 400 && code < 500) return { kind: 'deferred', reply };
  // Wrong credentials are ours to mend, not the recipient's fault: his message waits.
  if (failure.code === 'EAUTH') return { kind: 'deferred', reply };
  if (code !== undefined && code >= 500) return { kind: 'refused', reply };
  if (neverConnected(failure)) return { kind: 'deferred', reply };
  return { kind: 'unknown', reply };
}

/** The reply of a server that took the message. */
export function acceptedReply(response: string | undefined): MailOutcome {
  return { kind: 'accepted', reply: kept(response ?? '250') };
}
