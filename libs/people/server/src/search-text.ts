import { foldText } from '@ketenregie/companies-domain';
import type { PersonContent } from '@ketenregie/people-domain';

/** What a person is searched by. */
export function searchTextOfPerson({ fullName, initials, email }: PersonContent): string {
  return [foldText(fullName), foldText(initials ?? ''), email ?? ''].filter(Boolean).join(' ');
}
