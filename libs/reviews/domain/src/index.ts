export * from './counts.js';
export * from './decision.js';
export * from './exceptions.js';
export * from './programme.js';
export * from './recurrence.js';
export * from './reviewed-right.js';
export * from './reviewer.js';
export * from './round.js';
