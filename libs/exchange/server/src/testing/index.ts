export { leaksOf, scoreReading, type ReadingJson } from '../files/testing/score-reading.js';
export { type Alikeness, COMPANIES, FINDINGS, restored, RIGHTS, type Written } from '../staging/alike.js';
