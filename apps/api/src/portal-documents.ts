import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type TrustedDocuments, parseTrustedDocuments } from '@ketenregie/platform/graphql';

/** Where the build lists what the portal asks. */
export const DOCUMENTS_FILE = fileURLToPath(new URL('../../portal/dist/documents.json', import.meta.url));

/** The documents of the built portal; none where it was not built, so that production then runs none at all. */
export function portalDocuments(file = DOCUMENTS_FILE): TrustedDocuments {
  return existsSync(file) ? parseTrustedDocuments(readFileSync(file, 'utf8')) : new Map();
}
