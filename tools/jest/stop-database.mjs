// After the last spec: stops the PostgreSQL of this run and deletes its folder.
import { removeFolder } from './test-server.mjs';

export default async function stopDatabase() {
  const folder = globalThis.ketenregieTestFolder;
  if (folder !== undefined) await removeFolder(folder);
}
