export { type BackupEnd, type BackupHeader, readBackup } from './backup-file.js';
export { LEFT_OUT, planBackup } from './plan.js';
export { checkBackup, type RestoreAsked, type RestoredBackup, restoreBackup } from './restore-backup.js';
export { type BackupAsked, type MadeBackup, type OnProgress, writeBackup } from './write-backup.js';
