export * from './fill-memory.js';
export * from './load-facts.js';
export * from './load-large.js';
