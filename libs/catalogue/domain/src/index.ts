export * from './assurance-level.js';
export * from './catalogue.js';
export * from './match-portal.js';
export * from './portal-text.js';
export * from './shipped-catalogue.js';
export * from './suggest-service.js';
export { dutchNoteOf } from './data/dutch-notes.js';
