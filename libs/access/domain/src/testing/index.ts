export * from './builders.js';
export * from './facts.js';
export * from './random-source.js';
export * from './random-world.js';
