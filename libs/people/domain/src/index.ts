export * from './means.js';
