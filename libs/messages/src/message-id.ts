import type { nl } from './nl/index.js';

/** Languages of the product, Dutch first: it is the source of every other. */
export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The name of one text. An id that does not exist does not compile. */
export type MessageId = keyof typeof nl;
export type Messages = Readonly<Record<MessageId, string>>;

/** What fills the arguments of a text. */
export type MessageValues = Readonly<Record<string, string | number | boolean | Date>>;

/** The `X` of all ids `Prefix.X`: with `answer.break`, every break code that has a text. */
export type CodeUnder<Prefix extends string> = MessageId extends infer Id
  ? Id extends `${Prefix}.${infer Code}`
    ? Code extends `${string}.${string}`
      ? never
      : Code
    : never
  : never;

/** The first link of a chain that does not hold. */
export type BreakCode = CodeUnder<'answer.break'>;
export type MayNotCode = CodeUnder<'answer.mayNot'>;
/** A fact nobody recorded. */
export type UnknownCode = CodeUnder<'answer.unknown'>;
/** The clock that ends a login. */
export type EndClock = CodeUnder<'answer.endsBy'>;
/** A link of the chain, in the order in which it is judged. */
export type ChainLink = CodeUnder<'answer.link'>;
/** In whose hands a repair lies. */
export type Hands = CodeUnder<'answer.hands'>;
/** A kind of task: tasks have their own kinds and never borrow a status. */
export type TaskKind = CodeUnder<'task.kind'>;
/** Refusals that have a text of what, why and what next. */
export type ProblemCode = MessageId extends infer Id ? (Id extends `problem.${infer Code}.what` ? Code : never) : never;
/** Categories of import findings. */
export type FindingCategory = MessageId extends infer Id ? (Id extends `finding.${infer Category}.title` ? Category : never) : never;

/** Whether a text is one of the product's languages; for headers and stored settings. */
export function isLanguage(text: unknown): text is Language {
  return LANGUAGES.some((language) => language === text);
}
