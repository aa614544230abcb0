export * from './role-actions.js';
export * from './roles.js';
export * from './tenant.js';
