const REASONS = ['expired', 'signed-out', 'removed'] as const;
/** Why the viewer is here: his session ended, he signed out, or he removed the example data. */
export type SignInReason = (typeof REASONS)[number];

/** The search of the sign-in address. */
export interface SignInSearch {
  /** Why the viewer is here again. */
  readonly reden?: SignInReason;
  /** Where to go back to: an address within the portal. */
  readonly naar?: string;
}

/** Reads the search; only an address of our own may be gone back to, and `//elsewhere` is none. */
export function readSignInSearch(search: Record<string, unknown>): SignInSearch {
  const { reden, naar } = search;
  return {
    ...reasonOf(reden),
    ...(typeof naar === 'string' && /^\/(?![/\\])/.test(naar) ? { naar } : {}),
  };
}

function reasonOf(text: unknown): Pick<SignInSearch, 'reden'> {
  const reden = REASONS.find((reason) => reason === text);
  return reden === undefined ? {} : { reden };
}
