export * from './assurance-level.js';
export * from './catalogue.js';
