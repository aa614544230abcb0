import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { FILE_KINDS, type FileKind } from '@ketenregie/exchange-domain';
import { DomainError, ForbiddenError, InvalidInputError } from '@ketenregie/kernel';
import { TenantDb } from '@ketenregie/platform/db';
import { type OperationContext, RequestOperations } from '@ketenregie/platform/graphql';
import { isInReach } from '@ketenregie/tenants-domain';
import type { Request } from 'express';
import { type IncomingFile, IncomingFiles } from './incoming-files.js';
import { assertOwnSite, refuse } from '@ketenregie/platform/http';
import { beginImport } from './staging/stage-import.js';

/** A form of another site cannot send this type of content without asking first; where the browser says whence, that is checked too. */
function assertOwnPage(request: Request): void {
  assertOwnSite(request);
  if (request.get('content-type') !== 'application/octet-stream') throw new DomainError('CROSS_SITE', 'Bring the file from the product’s own page.');
}

function nameOf(request: Request): string {
  const header = request.get('x-file-name') ?? '';
  try {
    return decodeURIComponent(header).replace(/[/\\\p{Cc}]/gu, ' ').trim().slice(-200) || 'bestand';
  } catch {
    throw new InvalidInputError('The file’s name cannot be read.', 'x-file-name');
  }
}

function kindOf(text: unknown): FileKind | undefined {
  if (text === undefined || text === '') return undefined;
  const kind = FILE_KINDS.find((known) => known === text);
  if (kind === undefined) throw new InvalidInputError(`kind is one of: ${FILE_KINDS.join(', ')}.`, 'kind');
  return kind;
}

/** What the person said of the file, by the address and the headers. */
function saidOf(request: Request): { readonly name: string; readonly kind?: FileKind; readonly supplierKey?: string } {
  const kind = kindOf(request.query['kind']);
  const supplier = request.query['supplier'];
  return { name: nameOf(request), ...(kind !== undefined && { kind }), ...(typeof supplier === 'string' && supplier !== '' && { supplierKey: supplier }) };
}

/** Files come in over a route of their own. */
@Controller('imports')
export class UploadController {
  constructor(
    private readonly db: TenantDb,
    private readonly operations: RequestOperations,
    private readonly incoming: IncomingFiles,
  ) {}

  /** Answers as soon as the file is here and its columns are understood; its rows are then staged, and the import says how far that is. */
  @Post()
  @HttpCode(202)
  async upload(@Req() request: Request): Promise<{ importId: string }> {
    let operation: OperationContext | undefined;
    let file: IncomingFile | undefined;
    try {
      assertOwnPage(request);
      operation = await this.operations.operationOf(request);
      operation.assertMay('import.stage');
      if (!isInReach('import.stage', operation.viewer.scope)) throw new ForbiddenError('import.stage');
      const said = saidOf(request);
      file = await this.incoming.receive(request as AsyncIterable<Buffer>);
      const { importId, finish } = await beginImport(this.db, operation.viewer.scope, { ...file, ...said, referenceOn: operation.today });
      this.incoming.continueWith(file, finish());
      return { importId };
    } catch (error) {
      if (file !== undefined) await this.incoming.forget(file);
      return refuse(error);
    } finally {
      await operation?.close();
    }
  }
}
