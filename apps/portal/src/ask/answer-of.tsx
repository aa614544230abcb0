import { formatDay } from '@ketenregie/messages';
import type { Language, MessageId } from '@ketenregie/messages';
import { wordOf } from '@ketenregie/tenants-portal';
import { SeenMark } from '@ketenregie/ui';
import type { AnswerPanelProps, PathStep, TextOf } from '@ketenregie/ui';
import type { PortalAskQuery } from '../generated/operations.js';

/** An answer as the API gives it. */
export type AccessFacts = PortalAskQuery['access'][number];

const STATES = { holds: 'ok', unknown: 'unknown', broken: 'broken' } as const;
const LINKS = ['company', 'service', 'client-half', 'office-half', 'right', 'means', 'level', 'clocks'] as const satisfies readonly PathStep['link'][];
const CLASSES = ['A', 'B', 'C', 'D'] as const;

interface Words {
  readonly text: TextOf;
  readonly language: Language;
}

const serviceOf = (facts: AccessFacts, { language }: Words): string => (language === 'nl' ? facts.serviceNameNl : facts.serviceNameEn) ?? facts.serviceKey;

/** Who or what a link is; null where the link compares others. */
function subjectOf(link: PathStep['link'], facts: AccessFacts, words: Words): string | null {
  if (link === 'company') return facts.companyName;
  if (link === 'service') return serviceOf(facts, words);
  return link === 'office-half' || link === 'right' || link === 'means' ? facts.personName : null;
}

/** One link of the path: who or what it is, else how it stands; what is not known, and what was seen of it. */
function stepOf(step: AccessFacts['path'][number], facts: AccessFacts, words: Words): PathStep {
  const { text } = words;
  const link = wordOf(LINKS, step.link, 'clocks');
  const state = STATES[wordOf(['holds', 'unknown', 'broken'] as const, step.verdict, 'unknown')];
  // Codes of the API are a closed set, and each has its text.
  const unknown = state === 'unknown' && step.code !== null ? text(`answer.unknown.${step.code}` as MessageId) : null;
  const standing = { ok: 'answer.path.ok', broken: 'answer.path.broken', unknown: 'answer.path.unknown' } as const;
  const what = subjectOf(link, facts, words) ?? unknown ?? text(standing[state]);
  const seen = facts.evidence.find((evidence) => evidence.link === step.link);
  const detail = [
    ...(unknown === null || unknown === what ? [] : [<span key="unknown">{unknown}</span>]),
    ...(seen === undefined ? [] : [<SeenMark key="seen" seenOn={seen.seenOn} seenBy={seen.seenBy} evidenceClass={CLASSES.find((each) => each === seen.evidenceClass) ?? null} />]),
  ];
  return { link, state, what, ...(detail.length === 0 ? {} : { detail }) };
}

/** The answer of the API as the panel shows it, in the words of a language. */
export function answerOf(facts: AccessFacts, words: Words): AnswerPanelProps {
  const { text, language } = words;
  const broken = facts.path.find((step) => step.verdict === 'broken');
  const firstBreak = facts.firstBreak === null ? null : { code: facts.firstBreak.code as NonNullable<AnswerPanelProps['firstBreak']>['code'], inWhoseHands: wordOf(['we', 'client', 'representative', 'nobody'] as const, facts.firstBreak.inWhoseHands, 'we'), leadDays: facts.firstBreak.leadDays, link: wordOf(LINKS, broken?.link ?? 'company', 'company') };
  return {
    question: text('answer.question', { person: facts.personName ?? '?', date: formatDay(language, facts.on), service: serviceOf(facts, words), company: facts.companyName ?? '?' }),
    can: wordOf(['yes', 'no', 'unknown'] as const, facts.can, 'unknown'),
    may: wordOf(['yes', 'no'] as const, facts.may, 'no'),
    mayNot: facts.mayNot as AnswerPanelProps['mayNot'],
    certainty: wordOf(['seen', 'believed', 'as-far-as-known'] as const, facts.certainty, 'as-far-as-known'),
    endsOn: facts.endsOn,
    endsBy: facts.endsBy as AnswerPanelProps['endsBy'],
    repairableUntil: facts.repairableUntil,
    ...(facts.blockedBy === null ? {} : { repairNote: text(`answer.blockedBy.${facts.blockedBy}` as MessageId) }),
    unknowns: facts.unknowns as AnswerPanelProps['unknowns'],
    path: facts.path.map((step) => stepOf(step, facts, words)),
    firstBreak,
  };
}
