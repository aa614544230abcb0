import type { Portal } from '@ketenregie/tenants-portal';
import { createContext, useContext } from 'react';
import type { IndexedCompany } from './shell-facts.js';

/** What the frame knows and its pages need. */
export interface SignedInFacts {
  readonly portal: Portal;
  /** The open company; null over all. */
  readonly company: IndexedCompany | null;
}

export const SignedInContext = createContext<SignedInFacts | null>(null);

/** The office and the company of the frame around a page. */
export function useSignedIn(): SignedInFacts {
  const facts = useContext(SignedInContext);
  if (facts === null) throw new Error('A page stands inside the signed-in frame.');
  return facts;
}
