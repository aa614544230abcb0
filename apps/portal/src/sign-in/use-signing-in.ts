import { problemCodeOf, problemOf } from '@ketenregie/portal-kit';
import type { Credentials, Problem } from '@ketenregie/portal-kit';
import { useText } from '@ketenregie/ui';
import type { TextOf } from '@ketenregie/ui';
import { useState } from 'react';

/** Trying to sign in: whether it is under way, why the last try was refused, and how to try. */
export interface SigningIn {
  readonly isBusy: boolean;
  readonly refusal: Problem | null;
  readonly forget: () => void;
  readonly attempt: (credentials: Credentials) => Promise<void>;
}

function refusalOf(error: unknown, text: TextOf): Problem {
  const problem = problemOf(error, text);
  return problemCodeOf(error) === 'UNAUTHENTICATED' ? { ...problem, what: text('signIn.wrong'), why: '', next: '' } : problem;
}

/** One try at a time, by the form or by an account of the demonstration. */
export function useSigningIn(onSignIn: (credentials: Credentials) => Promise<void>): SigningIn {
  const text = useText();
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const attempt = async (credentials: Credentials) => {
    if (isBusy) return;
    setRefusal(null);
    setBusy(true);
    await onSignIn({ ...credentials, email: credentials.email.trim() }).catch((error: unknown) => setRefusal(refusalOf(error, text)));
    setBusy(false);
  };
  return { isBusy, refusal, forget: () => setRefusal(null), attempt };
}
