import { formatDay } from '@ketenregie/messages';
import type { CodeUnder, EndClock, MayNotCode, UnknownCode } from '@ketenregie/messages';
import { Check, CircleHelp, ShieldAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { FactList } from '../lists/fact-list.js';
import { HollowDot } from '../status/status-chip.js';
import { useLanguage, useText } from '../text/provider.js';
import { mayNotLine } from './may-not.js';
import { PathList } from './path-list.js';
import type { FirstBreak, PathStep } from './path-list.js';

export interface AnswerPanelProps {
  /** The question in words, so that a printed answer stands by itself. */
  readonly question: string;
  readonly can: 'yes' | 'no' | 'unknown';
  readonly may: 'yes' | 'no';
  /** Why not; empty where may is yes. */
  readonly mayNot: readonly MayNotCode[];
  readonly certainty: CodeUnder<'answer.certainty'>;
  /** The last day on which it works, and the clock that ends it. */
  readonly endsOn: string | null;
  readonly endsBy: EndClock | null;
  /** The last day on which a repair can start and be in time; another date than the end. */
  readonly repairableUntil: string | null;
  /** What brings that day forward, in words. */
  readonly repairNote?: string;
  readonly unknowns: readonly UnknownCode[];
  readonly path: readonly PathStep[];
  readonly firstBreak: FirstBreak | null;
  /** Starts the repair of the first break. */
  readonly action?: ReactNode;
}

/** Can and may, two answers to two questions; then until when, how sure, and the chain. */
export function AnswerPanel(props: AnswerPanelProps) {
  const text = useText();
  const { question, can, may, mayNot, path, firstBreak, action, unknowns } = props;
  const outcome = `${can}-${may}` as const;
  return (
    <article className="k-answer" data-outcome={outcome}>
      <h2 className="k-answer-question">{question}</h2>
      <div className="k-answer-pair">
        <Verdict title={text('answer.can')} explain={text('answer.can.explain')} verdict={can} />
        <Verdict title={text('answer.may')} explain={text('answer.may.explain')} verdict={may} />
      </div>
      <p className="k-answer-outcome">
        {outcome === 'yes-no' && <ShieldAlert size={22} aria-hidden />}
        <strong>{text(`answer.outcome.${outcome}`)}</strong>
      </p>
      {mayNot.length > 0 && <p className="k-answer-may-not">{mayNotLine(mayNot, text)}</p>}
      <AnswerClocks {...props} />
      <section className="k-answer-path">
        <h3>{text('answer.path')}</h3>
        <PathList steps={path} firstBreak={firstBreak} action={action} />
      </section>
      {unknowns.length > 0 && (
        <section className="k-answer-unknowns">
          <h3>{text('answer.unknowns')}</h3>
          <ul>
            {unknowns.map((code) => (
              <li key={code}>
                <HollowDot />
                {text(`answer.unknown.${code}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

const icons = { yes: Check, no: X, unknown: CircleHelp } as const;

function Verdict({ title, explain, verdict }: { readonly title: string; readonly explain: string; readonly verdict: 'yes' | 'no' | 'unknown' }) {
  const text = useText();
  const Icon = icons[verdict];
  return (
    <div className="k-verdict" data-verdict={verdict}>
      <h3>{title}</h3>
      <p className="k-verdict-word">
        <Icon size={32} strokeWidth={2.5} aria-hidden />
        {text(`answer.${verdict}`)}
      </p>
      <p className="k-verdict-explain">{explain}</p>
    </div>
  );
}

function AnswerClocks({ endsOn, endsBy, repairableUntil, repairNote, certainty }: AnswerPanelProps) {
  const text = useText();
  const language = useLanguage();
  const day = (isoDay: string) => <time dateTime={isoDay}>{formatDay(language, isoDay)}</time>;
  return (
    <FactList
      look="columns"
      facts={[
        { term: text('answer.endsOn'), value: endsOn === null ? text('answer.endsOn.none') : day(endsOn), ...(endsBy === null ? {} : { note: text(`answer.endsBy.${endsBy}`) }) },
        { term: text('answer.repairableUntil'), value: repairableUntil === null ? text('answer.repairableUntil.none') : day(repairableUntil), ...(repairNote === undefined ? {} : { note: repairNote }) },
        { term: text('answer.certainty'), value: text(`answer.certainty.${certainty}`) },
      ]}
    />
  );
}
