import { DomainError } from '@ketenregie/kernel';

/** A file that is not read at all: nothing of it is stored. The message names the reason in plain Dutch. */
export class FileRefusedError extends DomainError {
  constructor(reason: string) {
    super('FILE_REFUSED', reason, 'file');
  }
}
