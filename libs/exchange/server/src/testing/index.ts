export { leaksOf, scoreReading, type ReadingJson } from '../files/testing/score-reading.js';
