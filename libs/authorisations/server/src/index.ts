export type { AuthorisationFact, FactEvidence, FactTarget } from './authorisation-fact.js';
export type { Outcome } from './plan-recording.js';
export { type BulkRecording, recordAuthorisations } from './record-authorisations.js';
