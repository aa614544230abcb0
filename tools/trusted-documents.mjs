// Lists every document that the built portal can send, by the SHA-256 of its text: `apps/portal/dist/documents.json`. In production the API
// runs no other. A document that does not fit the committed schema stops the build here, and not a user.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSchema, parse, validate } from 'graphql';
import { listProjects } from './projects/list.mjs';

const HOLDS_DOCUMENTS = /(\.documents|generated[\\/]operations)\.js$/;

/** The compiled modules of the portal that hold documents. */
function modulesOf(root) {
  return listProjects(root)
    .filter((project) => project.tags.includes('runtime:browser') && existsSync(join(root, project.directory, 'dist')))
    .flatMap((project) => {
      const dist = join(root, project.directory, 'dist');
      const paths = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => HOLDS_DOCUMENTS.test(path) && !path.startsWith('www'));
      return paths.map((path) => join(dist, path));
    });
}

/** All documents of the compiled portal: `{name, text}`, sorted by name. */
export async function portalDocuments(root) {
  const modules = await Promise.all(modulesOf(root).map((path) => import(pathToFileURL(path).href)));
  const named = modules.flatMap((module) => Object.entries(module).filter(([name]) => name.endsWith('Document')));
  return named.map(([name, document]) => ({ name, text: document.toString() })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Writes the list; throws where a document does not fit the schema. */
export async function writeTrustedDocuments(root) {
  const schema = buildSchema(readFileSync(join(root, 'apps/api/schema.graphql'), 'utf8'));
  const documents = await portalDocuments(root);
  for (const { name, text } of documents) {
    const [fault] = validate(schema, parse(text));
    if (fault !== undefined) throw new Error(`${name}: ${fault.message}`);
  }
  const listed = Object.fromEntries(documents.map(({ text }) => [createHash('sha256').update(text).digest('hex'), text]));
  writeFileSync(join(root, 'apps/portal/dist/documents.json'), `${JSON.stringify(listed, null, 1)}\n`);
}
