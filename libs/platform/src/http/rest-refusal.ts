import { HttpException } from '@nestjs/common';
import { DomainError } from '@ketenregie/kernel';
import type { Request } from 'express';

const STATUS: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, CROSS_SITE: 403, FILE_REFUSED: 422, SUPPLIER_NEEDED: 422, INVALID_INPUT: 422, PRIVATE_TEXT: 422 };

/** The status of a code, else that of its family: EMPTY_FILE_REFUSED answers as FILE_REFUSED. */
const statusOf = (code: string): number => STATUS[code] ?? Object.entries(STATUS).find(([family]) => code.endsWith(`_${family}`))?.[1] ?? 400;

/** Answers a refusal of ours with its code and words; anything else goes on to be masked. */
export function refuse(error: unknown): never {
  if (!(error instanceof DomainError)) throw error;
  throw new HttpException({ code: error.code, message: error.message, ...(error.field !== undefined && { field: error.field }) }, statusOf(error.code));
}

/** Where the browser says whence a request comes, it must be our own page or an address typed by hand (CROSS_SITE). */
export function assertOwnSite(request: Request): void {
  const site = request.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new DomainError('CROSS_SITE', 'Ask this from the product’s own page.');
}
