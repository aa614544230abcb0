#!/usr/bin/env node
// The door of the command line. It never builds: what runs is what was built, and `npm start` builds where needed.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('./dist/main.js', import.meta.url));
if (existsSync(main)) {
  const { main: run } = await import(main);
  process.exitCode = await run(process.argv.slice(2));
} else {
  console.error('Ketenregie is not built yet. Run: npm run build');
  process.exitCode = 1;
}
