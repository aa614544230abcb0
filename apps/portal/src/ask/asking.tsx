import { useRightNames } from '@ketenregie/authorisations-portal';
import { addressIn, ProblemNotice, usePortalQuery, useToday } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { ButtonLink, useLanguage, useText } from '@ketenregie/ui';
import { useState } from 'react';
import { PortalAskDocument } from '../generated/operations.js';
import { answerOf } from './answer-of.js';
import { AskPage } from './ask-page.js';
import type { Question } from './ask-page.js';
import { knownAtOf, readQuestion, searchOf } from './ask-search.js';
import type { AskSearch } from './ask-search.js';
import { useChoices } from './use-choices.js';

export interface AskingProps {
  readonly portal: Portal;
  readonly search: Readonly<Record<string, unknown>>;
  readonly onSearch: (search: AskSearch) => void;
}

/** The question over the register of this office: what is asked stands in the address, so that an answer can be sent to a colleague. */
export function Asking({ portal, search, onSearch }: AskingProps) {
  const text = useText();
  const language = useLanguage();
  const today = useToday();
  const asked = readQuestion(search, today);
  const [question, setQuestion] = useState<Question>(asked);
  const choices = { ...useChoices(portal), services: useRightNames(portal).services };
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
