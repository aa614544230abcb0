export * from './calendar-date.js';
export { passesElevenCheck, withoutCitizenNumbers } from './citizen-number.js';
export * from './clock.js';
export * from './domain-error.js';
export * from './ids.js';
export * from './typed-input.js';
export * from './version-succession.js';
export { PrivateTextError, assertNothingPrivate, privateIn } from './private-text.js';
export { MAY_HOLD_SECRET, nextSecret } from './secret-in-text.js';
