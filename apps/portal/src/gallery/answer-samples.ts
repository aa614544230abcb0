import type { AnswerPanelProps, PathStep } from '@ketenregie/ui';

const steps: readonly PathStep[] = [
  { link: 'company', state: 'ok', what: 'Bakker Transport V.O.F.', detail: 'KvK 9000 1202, Meppel' },
  { link: 'service', state: 'ok', what: 'UWV, Werkgeversportaal', detail: 'accepteert een ketenmachtiging' },
  { link: 'client-half', state: 'ok', what: 'aan Kantoor Noorderlicht', detail: 'tot en met 20 nov 2027' },
  { link: 'office-half', state: 'ok', what: 'Sanne de Boer', detail: 'datums niet vastgelegd' },
  { link: 'means', state: 'ok', what: 'app op haar telefoon', detail: 'EH3, tot en met 1 mrt 2028' },
  { link: 'level', state: 'ok', what: 'EH3, nodig EH3' },
  { link: 'clocks', state: 'ok', what: 'Niets verlopen' },
];
const question = 'Kan Sanne de Boer op 24 nov 2026 inloggen bij UWV voor Bakker Transport V.O.F.?';

/** Yes and yes, with what nobody recorded. */
export const yes: AnswerPanelProps = { question, can: 'yes', may: 'yes', mayNot: [], certainty: 'as-far-as-known', endsOn: '2027-11-20', endsBy: 'client-half', repairableUntil: '2027-10-01', unknowns: ['office-half-level-unknown', 'office-half-dates-unknown'], path: steps, firstBreak: null };

/** May, but cannot: the client's half has ended. */
export const broken: AnswerPanelProps = {
  ...yes,
  can: 'no',
  certainty: 'believed',
  endsOn: null,
  endsBy: null,
  repairableUntil: null,
  unknowns: [],
  path: steps.map((step, place) => (place < 2 ? step : place === 2 ? { ...step, state: 'broken' as const, detail: 'verlopen op 20 nov 2026' } : { ...step, state: 'not-reached' as const })),
  firstBreak: { link: 'client-half', code: 'client-half-ended', inWhoseHands: 'client', leadDays: 10 },
};

/** The loudest signal: can, but may not. */
export const ghost: AnswerPanelProps = { ...yes, question: 'Kan Joris de Jong op 24 nov 2026 inloggen bij UWV voor Bakker Transport V.O.F.?', may: 'no', mayNot: ['out-of-service'], unknowns: [], certainty: 'seen' };

/** Nobody knows. */
export const unknown: AnswerPanelProps = { ...yes, can: 'unknown', endsOn: null, endsBy: null, repairableUntil: null, unknowns: ['means-not-recorded', 'required-level-unknown'], path: steps.map((step, place) => (place === 4 ? { ...step, state: 'unknown' as const, what: 'Niet vastgelegd', detail: 'geen inlogmiddel bekend' } : step)) };
