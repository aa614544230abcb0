import { navigation } from './navigation.js';
import { problem } from './problem.js';
import { session } from './session.js';

/** What the door says, before anybody is signed in: fetched first, and alone. */
export const door = { ...navigation, ...session, ...problem };
