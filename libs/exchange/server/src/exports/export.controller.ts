import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { NotFoundError } from '@ketenregie/kernel';
import { isLanguage } from '@ketenregie/messages';
import { TenantDb } from '@ketenregie/platform/db';
import { answerLink, assertTypedText, type OperationContext, RequestOperations } from '@ketenregie/platform/graphql';
import { ViewerTasks } from '@ketenregie/tasks-server';
import { logReaderOf } from '@ketenregie/tenants-server';
import type { Request, Response } from 'express';
import type { TypedFilter } from './export-filter.js';
import type { ExportList } from './export-list.js';
import { EXPORT_LISTS, type ExportName, isExportName } from './export-lists.js';
import type { ExportTable, TableBytes } from './table.js';
import { writeCsv } from './write-csv.js';
import { writeOds } from './write-ods.js';
import { writeXlsx } from './write-xlsx.js';

interface Format {
  readonly contentType: string;
  write(table: ExportTable): TableBytes;
}

const FORMATS: Readonly<Record<string, Format>> = {
  xlsx: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: writeXlsx },
  ods: { contentType: 'application/vnd.oasis.opendocument.spreadsheet', write: writeOds },
  csv: { contentType: 'text/csv; charset=utf-8', write: writeCsv },
};

interface Asked {
  readonly name: ExportName;
  readonly list: ExportList;
  readonly extension: string;
  readonly format: Format;
}

interface Sent extends Asked {
  readonly filter: TypedFilter;
  readonly language: unknown;
}

/** `companies.xlsx` as list and form; without a form it is xlsx. */
function askedOf(file: string): Asked {
  const [name = '', extension = 'xlsx', ...rest] = file.split('.');
  const format = Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined;
  if (!isExportName(name) || format === undefined || rest.length > 0) throw new NotFoundError('The list');
  return { name, list: EXPORT_LISTS[name], extension, format };
}

/** What stands in an address beside the filter: the office or group, and the language. */
const BESIDE: readonly string[] = ['tenant', 'language'];

/** The filter of an address: texts that are not empty. It stands in the log, so what is kept nowhere is refused (PRIVATE_TEXT). */
function filterOf(query: Readonly<Record<string, unknown>>): TypedFilter {
  const texts = Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '' && !BESIDE.includes(entry[0]));
  for (const [field, text] of texts) assertTypedText(text, field);
  return Object.fromEntries(texts);
}

/** Lists as files, over a route of their own: a browser goes to the address and keeps what comes. Everything is a text; nothing can run. */
@Controller('exports')
export class ExportController {
  constructor(
    private readonly db: TenantDb,
    private readonly operations: RequestOperations,
  ) {}

  @Get(':file')
  async make(@Req() request: Request<{ file: string }>, @Res() response: Response): Promise<void> {
    await answerLink(this.operations, request, async (operation) => {
      const asked = await this.allowed(operation, request.params.file, filterOf(request.query));
      await this.send(response, operation, { ...asked, language: request.query['language'] });
    });
  }

  /** Asks the roles, and writes what leaves to the log before its first byte does. */
  private async allowed(operation: OperationContext, file: string, filter: TypedFilter): Promise<Asked & { readonly filter: TypedFilter }> {
    operation.assertMay('export.make');
    const asked = askedOf(file);
    operation.assertMay(asked.list.needs);
    await this.db.write(operation.viewer.scope, (writer) => writer.audit({ action: 'export.made', objectKind: 'export', payload: { list: asked.name, format: asked.extension, filter } }));
    return { ...asked, filter };
  }

  private async send(response: Response, operation: OperationContext, { name, list, extension, format, filter, language: asked }: Sent): Promise<void> {
    const { today: on, viewer } = operation;
    const language = isLanguage(asked) ? asked : viewer.language;
    const tasks = (): Promise<ViewerTasks> => ViewerTasks.open(this.db, () => operation.reader, { viewer, on });
    const rows = list.rows({ reader: operation.reader, filter, on, to: logReaderOf(viewer, language), tasks })[Symbol.asyncIterator]();
    // The first row is read before anything is sent, so that a wrong filter is still refused in words.
    const first = await rows.next();
    response.setHeader('content-type', format.contentType);
    response.setHeader('content-disposition', `attachment; filename="${viewer.tenantSlug}-${name}-${on}.${extension}"`);
    response.setHeader('cache-control', 'no-store');
    await pipeline(Readable.from(format.write({ title: list.title(language), columns: list.columns(language), rows: following(first, rows) })), response);
  }
}

async function* following<Row>(first: IteratorResult<Row>, rest: AsyncIterator<Row>): AsyncGenerator<Row> {
  for (let next = first; next.done !== true; next = await rest.next()) yield next.value;
}
