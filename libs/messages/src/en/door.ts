import type { door as source } from '../nl/door.js';
import { navigation } from './navigation.js';
import { problem } from './problem.js';
import { session } from './session.js';

export const door: Readonly<Record<keyof typeof source, string>> = { ...navigation, ...session, ...problem };
