export * from './file-limits.js';
export * from './file-refused.error.js';
export * from './open-file.js';
export * from './read-csv-stream.js';
export * from './read-csv.js';
export * from './read-file.js';
