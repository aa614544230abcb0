import type { Examples, SessionClient } from '@ketenregie/portal-kit';
import { useEffect, useState } from 'react';

/** The accounts that a demonstration offers at its door; null everywhere else, and until the answer has come. */
export function useExamples(session: SessionClient): Examples | null {
  const [examples, setExamples] = useState<Examples | null>(null);
  useEffect(() => {
    // Without them one signs in all the same.
    session.examples().then(setExamples, () => undefined);
  }, [session]);
  return examples;
}
