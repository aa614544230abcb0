import { randomInt } from 'node:crypto';
import { readOrCreateSecret } from '@ketenregie/platform/postgres';

const CONSONANTS = 'bdfgjklmnprstvz';
const VOWELS = 'aeiou';

const letter = (letters: string): string => letters[randomInt(letters.length)] ?? '';
const word = (): string => [CONSONANTS, VOWELS, CONSONANTS, VOWELS].map(letter).join('');

/** Four words that can be said and typed: 50 bits, and the door lets nobody try more than a few. */
export const sayablePassword = (): string => [word(), word(), word(), word()].join('-');

/** The password of all example accounts of a data folder: made once and kept there, so that the next start can say it again. */
export const examplePassword = (dataDir: string): string => readOrCreateSecret(dataDir, 'example-password', sayablePassword);
