import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Account, FIXTURES, type Product } from './product.js';
import type { Visitor } from './visitor.js';

/** Things of the office that pages are about. */
export interface Objects {
  readonly kvk: string;
  readonly person: string;
  /** Read and not yet recorded. */
  readonly stagedImport: string;
  readonly recordedImport: string;
  readonly round: string;
}

/**
 * Where each signed-in page is visited, by its path in `page-list.ts`, behind the office's. A page that is added there needs a line here:
 * then it is looked at by axe in every look, walked through by keyboard and opened by strangers.
 */
export const VISITS: Readonly<Record<string, (of: Objects) => string>> = {
  vandaag: () => 'vandaag',
  mijn: () => 'mijn',
  organisaties: () => 'organisaties',
  'o/$company': ({ kvk }) => `o/${kvk}`,
  'o/$company/toegang': ({ kvk }) => `o/${kvk}/toegang`,
  'o/$company/keten': ({ kvk }) => `o/${kvk}/keten`,
  'o/$company/kan': ({ kvk }) => `o/${kvk}/kan`,
  toegang: () => 'toegang',
  kan: () => 'kan',
  medewerkers: () => 'medewerkers',
  'medewerkers/$person': ({ person }) => `medewerkers/${person}`,
  controles: () => 'controles',
  'controles/$round': ({ round }) => `controles/${round}`,
  portalen: () => 'portalen',
  'portalen/$service': () => 'portalen/bd-ob',
  import: () => 'import',
  'import/$id/kolommen': ({ stagedImport }) => `import/${stagedImport}/kolommen`,
  'import/$id/nakijken': ({ stagedImport }) => `import/${stagedImport}/nakijken`,
  'import/$id/gereed': ({ recordedImport }) => `import/${recordedImport}/gereed`,
  logboek: () => 'logboek',
  'instellingen/weergave': () => 'instellingen/weergave',
  'instellingen/overzicht': () => 'instellingen/overzicht',
  'instellingen/kantoor': () => 'instellingen/kantoor',
};

/** An office with something to see on every page. */
export interface FurnishedOffice {
  readonly slug: string;
  readonly owner: Account;
  readonly recordedImport: string;
  readonly round: string;
}

/** A review of all chains that falls due today, with its round. */
async function startRound(product: Product, slug: string): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  await product.verb('reviews', 'plan', '--tenant', slug, '--name', 'Kwartaalcontrole', '--starts-on', today);
  const { rounds } = await product.verb<{ rounds: { id: string }[] }>('reviews', 'run', '--tenant', slug, '--on', today);
  if (rounds[0] === undefined) throw new Error('No round was due.');
  return rounds[0].id;
}

/** Makes an office of the sample files: employees, means, and the chains of a few hundred companies. */
export async function furnishOffice(product: Product, slug: string): Promise<FurnishedOffice> {
  const owner = await product.makeTenant({ slug, name: 'Kantoor Waterlinie', kind: 'office', kvk: '90000001' });
  await product.record(slug, 'staff.csv');
  await product.record(slug, 'supplier-export-1-means.csv', '--supplier', 'reconi');
  const recordedImport = await product.record(slug, 'accountant-chains.xlsx');
  return { slug, owner, recordedImport, round: await startRound(product, slug) };
}

/** The objects of an office, as its owner, who is signed in, finds them. */
export async function objectsOf(visitor: Visitor, { slug, recordedImport, round }: FurnishedOffice): Promise<Objects> {
  const file = 'matrix.xlsx';
  const headers = { 'content-type': 'application/octet-stream', 'x-tenant': slug, 'x-file-name': file };
  const answer = await visitor.send('/imports', { headers, data: readFileSync(join(FIXTURES, file)) });
  const { importId: stagedImport } = answer as { readonly importId: string };
  await visitor.open(`/${slug}/medewerkers`);
  await visitor.page.getByRole('gridcell', { name: 'Pieter de Vuursteen' }).click();
  await visitor.page.waitForURL(/\/medewerkers\/[^/]+$/);
  return { kvk: '68750110', person: visitor.path().split('/').at(-1) ?? '', stagedImport, recordedImport, round };
}
