// Writes the typed documents of the portal: each `*.graphql` beside a page becomes a string that carries its types, in the `src/generated`
// of its project. Reads the committed schema, so it needs no database. Runs before `tsc`, the lint and the tests: `node tools/codegen.mjs`.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typedDocuments from '@graphql-codegen/typed-document-node';
import * as types from '@graphql-codegen/typescript-operations';
import { buildASTSchema, parse, validate } from 'graphql';
import { listProjects } from './projects/list.mjs';

const CONFIG = { documentMode: 'string', immutableTypes: true, skipTypename: true, useTypeImports: true, scalars: { ID: 'string' }, inputMaybeValue: 'T | null | undefined', onlyOperationTypes: true };

/** The `.graphql` files of a project, in a fixed order: `{location, document}`. */
function documentsOf(root, { directory }) {
  const source = join(root, directory, 'src');
  if (!existsSync(source)) return [];
  const paths = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.graphql')).sort();
  return paths.map((path) => ({ location: join(directory, 'src', path), document: parse(readFileSync(join(source, path), 'utf8')) }));
}

function assertValid(schema, documents) {
  for (const { location, document } of documents) {
    const [fault] = validate(schema, document);
    if (fault !== undefined) throw new Error(`${location}: ${fault.message}`);
  }
}

async function textOf(schema, documents, filename) {
  const plugins = [{ operations: CONFIG }, { documents: CONFIG }];
  return codegen({ schema, documents, filename, plugins, pluginMap: { operations: types, documents: typedDocuments }, config: CONFIG });
}

/** Writes what differs, so that a build without a change compiles nothing anew. Answers the files written. */
export async function generateDocuments(root) {
  const schema = parse(readFileSync(join(root, 'apps/api/schema.graphql'), 'utf8'));
  const built = buildASTSchema(schema);
  const written = [];
  for (const project of listProjects(root)) {
    const documents = documentsOf(root, project);
    const path = join(project.directory, 'src', 'generated', 'operations.ts');
    if (documents.length === 0) {
      rmSync(join(root, dirname(path)), { recursive: true, force: true });
      continue;
    }
    assertValid(built, documents);
    const text = await textOf(schema, documents, path);
    if (existsSync(join(root, path)) && readFileSync(join(root, path), 'utf8') === text) continue;
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
    written.push(path);
  }
  return written;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await generateDocuments(join(dirname(fileURLToPath(import.meta.url)), '..'))).join('\n') || 'Typed documents are up to date.');
