export * from './files/index.js';
export { applyImport, type TellProgress } from './applying/apply-import.js';
export type { Changes } from './applying/changes.js';
export { previewImport } from './applying/preview-import.js';
export { ExchangeModule } from './exchange.module.js';
export type { ImportRun, ImportState } from './import-run.js';
export { type BroughtFile, type StagedImport, stageImport } from './staging/stage-import.js';
