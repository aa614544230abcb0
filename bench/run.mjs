// `npm run bench -- NAME`: runs one benchmark on a PostgreSQL of its own and prints ratios of interleaved pairs. Speed is never asserted in a test.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const names = readdirSync(folder).filter((file) => /^[a-z-]+\.bench\.mjs$/.test(file)).map((file) => file.replace('.bench.mjs', ''));
const [name, ...args] = process.argv.slice(2);

if (name === undefined || !names.includes(name)) {
  console.error(`Usage: npm run bench -- NAME. There are: ${names.join(', ')}`);
  process.exit(2);
}
if (!existsSync(join(folder, '..', 'libs/platform/dist/db/index.js'))) {
  console.error('Build first: npm run build');
  process.exit(1);
}

const { default: startDatabase } = await import('../tools/jest/start-database.mjs');
const { default: stopDatabase } = await import('../tools/jest/stop-database.mjs');
console.log(`Node ${process.version}, ${process.arch}; medians of interleaved rounds; only the ratios mean anything.`);
try {
  await startDatabase();
  const { default: bench } = await import(pathToFileURL(join(folder, `${name}.bench.mjs`)));
  await bench(args);
} catch (error) {
  // Said here: the connections that a failed bench leaves behind end the process while the database stops.
  console.error(error);
  process.exitCode = 1;
} finally {
  await stopDatabase();
}
process.exit();
