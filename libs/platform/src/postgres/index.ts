export { type EmbeddedLogin, embeddedUrl, withConnection } from './connection.js';
export { type EmbeddedPostgres, type EmbeddedPostgresOptions, findRunningPostgres, startEmbeddedPostgres } from './embedded-postgres.js';
export { withLockFile } from './lock-file.js';
export { isStillThere, ownMark, type ProcessMark } from './machine-process.js';
export { PostgresUnavailableError } from './postgres-error.js';
export { findSecret, readOrCreateSecret, type SecretName } from './secrets.js';
