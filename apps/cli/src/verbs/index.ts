import type { Verb } from '../verb.js';
import { migrate } from './migrate.js';
import { up } from './up.js';

/** All verbs, in the order the usage shows them. */
export const verbs: readonly Verb[] = [up, migrate];
