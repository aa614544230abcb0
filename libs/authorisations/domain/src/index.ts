export * from './authorisation.js';
export * from './change.js';
export * from './clocks.js';
export * from './coverage.js';
export * from './right.js';
