export * from './means.js';
export * from './person-fact.js';
export * from './person-name.js';
export * from './plan-people.js';
export * from './plan-means.js';
export { isSameButFor, versionsFor } from './plan-versions.js';
