import type { Role } from './roles.js';

const EVERYBODY = ['owner', 'office-administrator', 'adviser', 'assistant', 'employee', 'auditor', 'client-contact'] as const;
const STAFF = ['owner', 'office-administrator', 'adviser', 'assistant', 'auditor'] as const;
const INTERNAL = ['owner', 'office-administrator', 'adviser', 'assistant', 'employee', 'auditor'] as const;
const DOERS = ['owner', 'office-administrator', 'adviser', 'assistant'] as const;
const DECIDERS = ['owner', 'office-administrator', 'adviser'] as const;
const ADMINISTRATORS = ['owner', 'office-administrator'] as const;

/**
 * The role x action table (T2): who may do what, whoever's data it is. Whose data is the walls' business and not decided here.
 * docs/roles.md shows the same table for people; a test holds the two together.
 */
export const ROLE_ACTIONS = {
  'tenant.see': EVERYBODY,
  'tenant.change-settings': ADMINISTRATORS,
  'tenant.remove-example': ADMINISTRATORS,
  'own.see': INTERNAL,
  'member.see': STAFF,
  'member.invite': ADMINISTRATORS,
  'member.assign-clients': ADMINISTRATORS,
  'client.see': STAFF,
  'company.see': ['owner', 'office-administrator', 'adviser', 'assistant', 'auditor', 'client-contact'],
  'company.create': ADMINISTRATORS,
  'company.change': DOERS,
  'person.see': STAFF,
  'person.change': DOERS,
  'means.see': STAFF,
  'means.change': DOERS,
  'catalogue.see': EVERYBODY,
  'catalogue.settle': DECIDERS,
  'authorisation.see': STAFF,
  'authorisation.record': DOERS,
  'authorisation.decide': DECIDERS,
  'authorisation.record-step': DOERS,
  'access.ask': STAFF,
  'import.see': DOERS,
  'import.stage': DOERS,
  'import.apply': ADMINISTRATORS,
  'import.undo': ADMINISTRATORS,
  'export.make': STAFF,
  'task.see': STAFF,
  'review.see': STAFF,
  'review.decide': DECIDERS,
  'review.plan': ADMINISTRATORS,
  'log.see': ['owner', 'office-administrator', 'auditor'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Action = keyof typeof ROLE_ACTIONS;

/** All actions, in the order of the table. */
export const ACTIONS = Object.keys(ROLE_ACTIONS) as readonly Action[];

/** What is about all clients at once: a file, and a new company, which becomes a client of its own. Who sees some of them does none of it, whatever his roles. */
const WHOLE_ACTIONS: ReadonlySet<Action> = new Set(['company.create', 'import.see', 'import.stage', 'import.apply', 'import.undo']);

/** Whether an action is in reach of somebody who sees all clients, or only some. */
export function isInReach(action: Action, { hasAllClients }: { readonly hasAllClients: boolean }): boolean {
  return hasAllClients || !WHOLE_ACTIONS.has(action);
}

/** Whether a text names an action of the table. */
export function isAction(text: string): text is Action {
  return Object.hasOwn(ROLE_ACTIONS, text);
}

/** Whether one of the roles allows the action. */
export function mayDo(roles: readonly Role[], action: Action): boolean {
  const allowed: readonly Role[] = ROLE_ACTIONS[action];
  return roles.some((role) => allowed.includes(role));
}
