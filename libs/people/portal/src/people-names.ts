import { queryKey } from '@ketenregie/portal-kit';
import type { Portal } from '@ketenregie/tenants-portal';
import type { Option } from '@ketenregie/ui';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { PeopleNamesDocument } from './generated/operations.js';
import type { PeopleNamesQuery } from './generated/operations.js';

/** Somebody as a list of names knows him. */
export type NamedPerson = PeopleNamesQuery['people']['edges'][number]['node'];

async function allPeople({ graphql }: Portal): Promise<readonly NamedPerson[]> {
  const people: NamedPerson[] = [];
  let after: string | null = null;
  do {
    const page: PeopleNamesQuery['people'] = (await graphql.query(PeopleNamesDocument, { after })).people;
    people.push(...page.edges.map(({ node }) => node));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return people;
}

const nobody: readonly NamedPerson[] = [];

/** Everybody by name, for boxes to choose from and for rights that name an id alone; all pages, kept until a person changes. */
export function usePeopleNames(portal: Portal): { readonly people: readonly NamedPerson[]; readonly nameOf: (id: string | null) => string | null } {
  const { data: people = nobody } = useQuery({ queryKey: queryKey(portal.tenant, 'people', 'names'), queryFn: () => allPeople(portal) });
  return useMemo(() => {
    const names = new Map(people.map(({ id, fullName }) => [id, fullName]));
    return { people, nameOf: (id) => (id === null ? null : (names.get(id) ?? null)) };
  }, [people]);
}

/** People as options of a box; the address or the job tells two equal names apart. */
export function optionsOfPeople(people: readonly NamedPerson[]): Option[] {
  return people.map(({ id, fullName, email, jobTitle }) => {
    const note = email ?? jobTitle;
    return { key: id, label: fullName, ...(note === null ? {} : { note }) };
  });
}
