import { createContext, useContext } from 'react';

/** The first calendar day whose look at the supplier still counts, by the limit of the office or group; null where that is not known. */
export const CheckedSinceContext = createContext<string | null>(null);

/** Says of the day on which a fact was seen whether it counts as checked: seen at all, and not longer ago than the limit. */
export function useIsChecked(): (seenOn: string | null) => boolean {
  const since = useContext(CheckedSinceContext);
  return (seenOn) => seenOn !== null && (since === null || seenOn >= since);
}
