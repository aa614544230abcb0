/** The search of the sign-in address. */
export interface SignInSearch {
  /** Why the viewer is here again. */
  readonly reden?: 'expired' | 'signed-out';
  /** Where to go back to: an address within the portal. */
  readonly naar?: string;
}

/** Reads the search; only an address of our own may be gone back to, and `//elsewhere` is none. */
export function readSignInSearch(search: Record<string, unknown>): SignInSearch {
  const { reden, naar } = search;
  return {
    ...(reden === 'expired' || reden === 'signed-out' ? { reden } : {}),
    ...(typeof naar === 'string' && /^\/(?![/\\])/.test(naar) ? { naar } : {}),
  };
}
