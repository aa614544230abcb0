import { useRightNames } from '@ketenregie/authorisations-portal';
import { optionsOfPeople, usePeopleNames } from '@ketenregie/people-portal';
import { addressIn, ProblemNotice, usePortalQuery, useToday } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { ButtonLink, useLanguage, useText } from '@ketenregie/ui';
import type { Option } from '@ketenregie/ui';
import { useMemo, useState } from 'react';
import { PortalAskDocument, PortalShellDocument } from '../generated/operations.js';
import { answerOf } from './answer-of.js';
import { AskPage } from './ask-page.js';
import type { Question } from './ask-page.js';
import { knownAtOf, readQuestion, searchOf } from './ask-search.js';
import type { AskSearch } from './ask-search.js';

export interface AskingProps {
  readonly portal: Portal;
  readonly search: Readonly<Record<string, unknown>>;
  readonly onSearch: (search: AskSearch) => void;
}

function useChoices(portal: Portal): { readonly people: Option[]; readonly companies: Option[]; readonly services: readonly Option[] } {
  const { people } = usePeopleNames(portal);
  const { services } = useRightNames(portal);
  const { data: shell } = usePortalQuery(portal, { subject: 'companies', document: PortalShellDocument, variables: {} });
  return useMemo(() => {
    const entries = shell?.companyIndex.entries ?? [];
    return { people: optionsOfPeople(people), services, companies: entries.map(({ id, name, kvkNumber, clientNumber, town }) => ({ key: id, label: name, note: [clientNumber, kvkNumber, town].filter(Boolean).join(', ') })) };
  }, [people, services, shell]);
}

/** The question over the register of this office: what is asked stands in the address, so that an answer can be sent to a colleague. */
export function Asking({ portal, search, onSearch }: AskingProps) {
  const text = useText();
  const language = useLanguage();
  const today = useToday();
  const asked = readQuestion(search, today);
  const [question, setQuestion] = useState<Question>(asked);
  const choices = useChoices(portal);
  const { person, company, service, on, knownOn } = asked;
  const isWhole = person !== null && company !== null && service !== null;
  const variables = { person: person ?? '', company: company ?? '', service: service ?? '', on, knownAt: knownAtOf(knownOn) };
  const query = usePortalQuery(portal, { subject: 'answers', document: PortalAskDocument, variables, isEnabled: isWhole });
  const facts = isWhole ? query.data?.access[0] : undefined;
  const repair = facts?.firstBreak == null || company === null ? undefined : <ButtonLink href={addressIn(portal, `o/x-${company}/keten`)}>{text('answer.toChain')}</ButtonLink>;
  return (
    <>
      <AskPage {...choices} question={question} onChange={setQuestion} onAsk={() => onSearch(searchOf(question))} isBusy={isWhole && query.isFetching} answer={facts === undefined ? null : { ...answerOf(facts, { text, language }), ...(repair === undefined ? {} : { action: repair }) }} />
      {query.error !== null && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
    </>
  );
}
