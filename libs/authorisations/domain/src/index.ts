export * from './authorisation.js';
