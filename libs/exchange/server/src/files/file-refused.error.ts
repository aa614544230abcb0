import { DomainError } from '@ketenregie/kernel';

/** Why a file is not read, where a page can say more than that it is no spreadsheet. */
export type FileRefusalReason = 'EMPTY' | 'LARGE' | 'LOCKED' | 'BROKEN';

/**
 * A file that is not read at all: nothing of it is stored. The message names the reason in plain Dutch, the code its kind: FILE_REFUSED, or one of that
 * family such as EMPTY_FILE_REFUSED.
 */
export class FileRefusedError extends DomainError {
  constructor(reason: string, kind?: FileRefusalReason) {
    super(kind === undefined ? 'FILE_REFUSED' : `${kind}_FILE_REFUSED`, reason, 'file');
  }
}
