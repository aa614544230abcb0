import type { TodayRightsQuery } from './generated/operations.js';

/** Rights in one state: how many there are, and the soonest of them. */
export type RightsInState = TodayRightsQuery['ghosts'];
/** One right that asks for something. */
export type AskingRight = RightsInState['edges'][number]['node'];

/** The kinds of state that ask for an action, in the order in which they matter. */
export const ASKING = ['ghosts', 'lapsed', 'lowLevel', 'expiring', 'clients', 'office'] as const;
export type Asking = (typeof ASKING)[number];
