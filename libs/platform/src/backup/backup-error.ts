import { DomainError } from '@ketenregie/kernel';

/** The file is not what was written: said with what shows it, and what to do. */
export function damaged(what: string): DomainError {
  return new DomainError('BACKUP_DAMAGED', `The backup cannot be used: ${what}. Nothing was changed. Copy the file again from where it was kept, or take an earlier backup.`);
}

/** Made by a version that this one does not know. */
export function tooNew(product: string): DomainError {
  return new DomainError('BACKUP_TOO_NEW', `The backup was made by Ketenregie ${product}, which is newer than this one. Nothing was changed. Restore it with that version or a later one.`);
}

/** The database holds something already. */
export function notEmpty(what: string): DomainError {
  return new DomainError(
    'TARGET_NOT_EMPTY',
    `A backup is restored into an empty database only, and this one holds ${what}. Nothing was changed. Use an empty DATA_DIR, or an empty database of your own in DATABASE_URL.`,
  );
}

/** The database holds nothing but what comes with a first start. */
export function onlyExamples(): DomainError {
  return new DomainError('TARGET_NOT_EMPTY', 'This database holds the example tenants of a first start. Nothing was changed. Take them away, then restore: npm run --silent cli -- examples remove');
}
