import { Controller, Post, Query, Req } from '@nestjs/common';
import { FILE_KINDS, type FileKind } from '@ketenregie/exchange-domain';
import { DomainError, InvalidInputError } from '@ketenregie/kernel';
import { TenantDb } from '@ketenregie/platform/db';
import { type OperationContext, RequestOperations } from '@ketenregie/platform/graphql';
import type { Request } from 'express';
import { FILE_LIMITS, FileRefusedError, megabytes } from './files/index.js';
import { assertOwnSite, refuse } from './rest-refusal.js';
import { stageImport } from './staging/stage-import.js';

/** A form of another site cannot send this type of content without asking first; where the browser says whence, that is checked too. */
function assertOwnPage(request: Request): void {
  assertOwnSite(request);
  if (request.get('content-type') !== 'application/octet-stream') throw new DomainError('CROSS_SITE', 'Bring the file from the product’s own page.');
}

/** The body, up to the limit of a file; what is longer is refused while it comes in. */
async function bytesOf(request: Request): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > FILE_LIMITS.fileBytes) throw new FileRefusedError(`Het bestand is te groot: het is meer dan ${megabytes(FILE_LIMITS.fileBytes)}. Splits het in kleinere bestanden.`);
    parts.push(part);
  }
  return Buffer.concat(parts);
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

/** Files come in over a route of their own. The file is read and staged; its bytes are kept nowhere. */
@Controller('imports')
export class UploadController {
  constructor(
    private readonly db: TenantDb,
    private readonly operations: RequestOperations,
  ) {}

  @Post()
  async upload(@Req() request: Request, @Query() query: Record<string, unknown>): Promise<{ importId: string }> {
    let operation: OperationContext | undefined;
    try {
      assertOwnPage(request);
      operation = await this.operations.operationOf(request);
      operation.assertMay('import.stage');
      const kind = kindOf(query['kind']);
      const supplier = query['supplier'];
      const file = { name: nameOf(request), bytes: await bytesOf(request), referenceOn: operation.clock.today(), ...(kind !== undefined && { kind }), ...(typeof supplier === 'string' && supplier !== '' && { supplierKey: supplier }) };
      const { importId } = await stageImport(this.db, operation.viewer.scope, file);
      return { importId };
    } catch (error) {
      return refuse(error);
    } finally {
      await operation?.close();
    }
  }
}
