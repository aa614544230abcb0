import type { Hands, UnknownCode } from '@ketenregie/access-domain';

/** Everything that asks for an action, the most pressing first. A kind is an action and never a status. */
export const TASK_KINDS = ['can-but-may-not', 'leaver-with-live-means', 'lapsed', 'expiring', 'level-too-low', 'log-in-round', 'request-stalled', 'term-too-long', 'unknown-to-settle'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** Whether a text names a kind of task. */
export const isTaskKind = (text: string): text is TaskKind => (TASK_KINDS as readonly string[]).includes(text);

/** What a task may be about. */
export const SUBJECTS = ['client-half', 'office-half', 'right', 'means', 'person', 'service'] as const;
export type TaskSubject = (typeof SUBJECTS)[number];

/** Days before its end that a right or a means asks to be renewed: the first step of the notices' ladder. */
export const EXPIRING_DAYS = 90;

/** Days after which a request that was only asked for is chased (P8: 7, 14 and 21 days). */
export const STALLED_DAYS = 7;

/** What has to be looked up to settle each unknown that decides an answer; what is only listed settles nothing. */
export const SETTLES: Readonly<Partial<Record<UnknownCode, TaskSubject>>> = {
  'client-half-service-unknown': 'client-half',
  'client-half-state-unknown': 'client-half',
  'client-half-level-unknown': 'client-half',
  'office-half-service-unknown': 'office-half',
  'office-half-state-unknown': 'office-half',
  'right-service-unknown': 'right',
  'right-state-unknown': 'right',
  'right-level-unknown': 'right',
  'chain-allowed-unknown': 'service',
  'required-level-unknown': 'service',
  'means-not-recorded': 'person',
  'means-state-unknown': 'means',
  'means-level-unknown': 'means',
};

/** What a task tells of itself: what to do, in whose hands it lies, until when. Null dates: not known, or not a matter of dates. */
export interface Task {
  readonly id: string;
  readonly kind: TaskKind;
  readonly hands: Hands;
  readonly clientId: string | null;
  readonly companyId: string | null;
  readonly authorisationId: string | null;
  readonly personId: string | null;
  readonly meansId: string | null;
  readonly serviceKey: string | null;
}
