import type { BreakCode, ChainLink, Hands } from '@ketenregie/messages';
import { Check, CircleHelp, Link2Off, Minus } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../text/provider.js';

export type LinkState = 'ok' | 'broken' | 'unknown' | 'not-reached';

export interface PathStep {
  readonly link: ChainLink;
  readonly state: LinkState;
  /** Who or what this link is: a company, a service, a person. */
  readonly what: ReactNode;
  /** Level, dates, seen mark: what was looked at. */
  readonly detail?: ReactNode;
}

export interface FirstBreak {
  readonly link: ChainLink;
  readonly code: BreakCode;
  readonly inWhoseHands: Hands;
  /** Working days that the repair takes; null where nobody knows. */
  readonly leadDays: number | null;
}

export interface PathListProps {
  readonly steps: readonly PathStep[];
  readonly firstBreak: FirstBreak | null;
  /** The way to start the repair. */
  readonly action?: ReactNode;
}

const icons: Readonly<Record<LinkState, LucideIcon>> = { ok: Check, broken: Link2Off, unknown: CircleHelp, 'not-reached': Minus };
/** A later link that is broken too is not the first break. */
const words = { ok: 'answer.path.ok', broken: 'answer.path.broken', unknown: 'answer.path.unknown', 'not-reached': 'answer.path.notReached' } as const;

/** The chain of an answer in the order in which it is judged; the first broken link says what, whose hands and how long. */
export function PathList({ steps, firstBreak, action }: PathListProps) {
  return (
    <ol className="k-path">
      {steps.map((step) => (
        <PathLink key={step.link} step={step} firstBreak={firstBreak?.link === step.link ? firstBreak : null} action={action} />
      ))}
    </ol>
  );
}

function PathLink({ step, firstBreak, action }: { readonly step: PathStep; readonly firstBreak: FirstBreak | null; readonly action: ReactNode }) {
  const text = useText();
  const Icon = icons[step.state];
  return (
    <li className="k-link" data-state={step.state}>
      <span className="k-link-knot">
        <Icon size={16} strokeWidth={2.5} aria-hidden />
      </span>
      <div className="k-link-words">
        <p className="k-link-name">
          {text(`answer.link.${step.link}`)}
          <span className="k-hidden">: {text(firstBreak === null ? words[step.state] : 'answer.path.firstBreak')}</span>
        </p>
        <p className="k-link-what">{step.what}</p>
        {step.detail !== undefined && <div className="k-link-detail">{step.detail}</div>}
        {firstBreak !== null && <BreakBox firstBreak={firstBreak} action={action} />}
      </div>
    </li>
  );
}

function BreakBox({ firstBreak, action }: { readonly firstBreak: FirstBreak; readonly action: ReactNode }) {
  const text = useText();
  const { code, inWhoseHands, leadDays } = firstBreak;
  return (
    <div className="k-break">
      <p className="k-break-title">{text('answer.path.firstBreak')}</p>
      <p>
        <strong>{text(`answer.break.${code}`)}</strong>
      </p>
      <p className="k-break-hands">
        {text('answer.hands')}: {text(`answer.hands.${inWhoseHands}.long`)}
        {inWhoseHands !== 'nobody' && <>. {leadDays === null ? text('answer.leadDays.unknown') : text('answer.leadDays', { days: leadDays })}.</>}
      </p>
      {action}
    </div>
  );
}
