import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { FILE_KINDS, type FileKind, messageOf, type Reading } from '@ketenregie/exchange-domain';
import { type Changes, applyImport, previewImport, stageImport } from '@ketenregie/exchange-server';
import { type Clock, DomainError } from '@ketenregie/kernel';
import type { Writer } from '@ketenregie/platform/db';
import { sweepTasks } from '@ketenregie/tasks-server';
import { tenantSettings } from '@ketenregie/tenants-server';
import { TENANT_OPTIONS, scopeOf } from '../acting-as.js';
import type { Io } from '../io.js';
import { rows } from '../rows.js';
import { type OptionValues, UsageError, type Verb, onlyPositional, optional, required } from '../verb.js';
import type { OpenDatabase } from '../with-database.js';

function kindOf(values: OptionValues): FileKind | null {
  const text = optional(values, 'kind');
  if (text === null) return null;
  const kind = FILE_KINDS.find((known) => known === text);
  if (kind === undefined) throw new UsageError(`--kind is one of: ${FILE_KINDS.join(', ')}`);
  return kind;
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch {
    throw new DomainError('FILE_NOT_FOUND', `Het bestand ${basename(path)} is niet te openen: controleer de plaats en de naam.`, 'FILE');
  }
}

interface Imported {
  readonly importId: string;
  readonly reading: Reading;
  readonly changes: Changes;
}

/** What is recorded asks for tasks at once, whether a worker runs or not. */
async function applyAndSweep(writer: Writer, importId: string, clock: Clock): Promise<Changes> {
  const changes = await applyImport(writer, importId);
  const { timeZone } = await tenantSettings(writer);
  await sweepTasks(writer, clock.today(timeZone));
  return changes;
}

async function importFile(path: string, values: OptionValues, { tenantDb, clock }: OpenDatabase): Promise<Imported> {
  const isApplied = values['apply'] === true;
  const scope = await scopeOf(tenantDb, values, isApplied ? 'import.apply' : 'import.stage');
  const kind = kindOf(values);
  const supplierKey = optional(values, 'supplier');
  const file = { name: basename(path), bytes: await bytesOf(path), referenceOn: clock.today(), ...(kind !== null && { kind }), ...(supplierKey !== null && { supplierKey }) };
  const { importId, reading } = await stageImport(tenantDb, scope, file);
  const changes = isApplied ? await tenantDb.write(scope, (writer) => applyAndSweep(writer, importId, clock)) : await previewImport(tenantDb, scope, importId);
  return { importId, reading, changes };
}

const withSentences = (reading: Reading): object => ({ ...reading, findings: reading.findings.map((finding) => ({ ...finding, message: messageOf(finding) })) });

function tellPeople({ reading, changes }: Imported, isApplied: boolean, io: Io): void {
  const { companies, people, means, authorisations, findings } = reading;
  io.answer(`Read as ${reading.kind}: ${companies.length} companies, ${people.length} people, ${means.length} means, ${authorisations.length} authorisations, ${findings.length} findings.`);
  for (const finding of findings) io.answer(`  row ${finding.row}${finding.column === undefined ? '' : `, ${finding.column}`}: ${messageOf(finding)}`);
  const { created, updated, unchanged, skipped } = changes;
  io.answer(`${isApplied ? 'Applied' : 'Would change'}: ${created} created, ${updated} updated, ${unchanged} unchanged, ${skipped} skipped.`);
}

/** `import`: reads a file and shows what it says and would change; with `--apply` the register is changed. */
export const importVerb: Verb = {
  usage: 'FILE --tenant SLUG [--kind K] [--supplier KEY] [--apply] [--as EMAIL] [--json]',
  options: { ...TENANT_OPTIONS, kind: { type: 'string' }, supplier: { type: 'string' }, apply: { type: 'boolean' }, json: { type: 'boolean' } },
  async run(args, io, { withDatabase }) {
    const { values } = args;
    const path = onlyPositional(args, 'FILE');
    required(values, 'tenant');
    kindOf(values);
    const imported = await withDatabase(rows, (database) => importFile(path, values, database));
    if (values['json'] !== true) tellPeople(imported, values['apply'] === true, io);
    else io.answer(JSON.stringify({ ...withSentences(imported.reading), importId: imported.importId, applied: values['apply'] === true, changes: imported.changes }));
  },
};
