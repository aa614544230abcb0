import { AnswerPanel, Button, ComboBox, DayField, EmptyState, PageHeader, useText } from '@ketenregie/ui';
import type { AnswerPanelProps, Option } from '@ketenregie/ui';
import type { FormEvent } from 'react';

/** The four parts of the question; null and empty where not chosen yet. */
export interface Question {
  readonly person: string | null;
  readonly company: string | null;
  readonly service: string | null;
  /** A calendar day. */
  readonly on: string;
  /** The day whose knowledge counts; empty = all that is known now. */
  readonly knownOn: string;
}

export interface AskPageProps {
  readonly people: readonly Option[];
  readonly companies: readonly Option[];
  readonly services: readonly Option[];
  readonly question: Question;
  readonly onChange: (question: Question) => void;
  readonly onAsk: () => void;
  /** Null before anything was asked. */
  readonly answer: AnswerPanelProps | null;
  readonly isBusy?: boolean;
}

/** "Kan ... inloggen?": the question in one row, both answers under it. */
export function AskPage({ people, companies, services, question, onChange, onAsk, answer, isBusy = false }: AskPageProps) {
  const text = useText();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAsk();
  };
  const isWhole = question.person !== null && question.company !== null && question.service !== null && question.on !== '';
  return (
    <>
      <PageHeader title={text('answer.title')} lead={text('answer.intro')} />
      <form className="p-ask" onSubmit={submit}>
        <ComboBox label={text('answer.person')} options={people} value={question.person} onChange={(person) => onChange({ ...question, person })} />
        <ComboBox label={text('answer.company')} options={companies} value={question.company} onChange={(company) => onChange({ ...question, company })} />
        <ComboBox label={text('answer.service')} options={services} value={question.service} onChange={(service) => onChange({ ...question, service })} />
        <DayField label={text('answer.on')} value={question.on} onChange={(on) => onChange({ ...question, on })} />
        <Button type="submit" kind="primary" isDisabled={!isWhole} isPending={isBusy}>
          {text('answer.ask')}
        </Button>
        <details className="p-ask-more" open={question.knownOn !== ''}>
          <summary>{text('answer.more')}</summary>
          <DayField label={text('answer.knownOn')} help={text('answer.knownOnHelp')} value={question.knownOn} onChange={(knownOn) => onChange({ ...question, knownOn })} />
        </details>
      </form>
      {answer === null && !isBusy && (
        <>
          <h2 className="k-hidden">{text('answer.before')}</h2>
          <EmptyState title={text('answer.before')}>{text('answer.beforeWhy')}</EmptyState>
        </>
      )}
      <div aria-live="polite">{answer !== null && <AnswerPanel {...answer} />}</div>
    </>
  );
}
