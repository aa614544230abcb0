export { deliveries } from './deliveries.js';
export { type DrillAsked, type DrillResult, runDrill } from './drill.js';
export { DIGEST_DAY, offsetTo, plantOffices } from './offices.js';
export { type OwnProcess, startProcess } from './process.js';
