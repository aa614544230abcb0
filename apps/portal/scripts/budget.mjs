// Weighs the built portal: `node apps/portal/scripts/budget.mjs` after `vite build`. Exits 1 over budget, naming the chunk.
// Initial JS is what the sign-in page loads before it can be used: entry, its static imports and the Dutch texts of the door. kB of 1000 bytes, gzip.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const LIMITS = { initial: 150, lazy: 90, css: 20 };
const built = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'www');
const manifest = JSON.parse(readFileSync(join(built, '.vite', 'manifest.json'), 'utf8'));
const weigh = (file) => gzipSync(readFileSync(join(built, file))).length / 1000;
const sum = (files) => [...files].reduce((total, file) => total + weigh(file), 0);

function withImports(key, into = new Set()) {
  if (into.has(key)) return into;
  into.add(key);
  for (const next of manifest[key].imports ?? []) withImports(next, into);
  return into;
}

const filesOf = (keys) => new Set([...keys].map((key) => manifest[key].file));
const keys = Object.keys(manifest);
const entry = keys.find((key) => manifest[key].isEntry);
const texts = keys.find((key) => key.includes('messages/src/nl/door'));
const initialKeys = withImports(entry);
for (const key of withImports(texts)) initialKeys.add(key);
const initial = filesOf(initialKeys);
const css = new Set(keys.flatMap((key) => [...(manifest[key].css ?? []), ...(manifest[key].file.endsWith('.css') ? [manifest[key].file] : [])]));
const routes = keys.filter((key) => manifest[key].isDynamicEntry && key !== texts);
const lazy = routes.map((key) => [key, sum([...filesOf(withImports(key))].filter((file) => !initial.has(file)))]);

const rows = [['initial JS', sum(initial), LIMITS.initial], ...lazy.map(([key, weight]) => [`lazy ${key}`, weight, LIMITS.lazy]), ['CSS', sum(css), LIMITS.css]];
for (const [name, weight, limit] of rows) console.log(`${weight <= limit ? 'ok  ' : 'OVER'} ${weight.toFixed(1).padStart(6)} of ${String(limit).padStart(3)} kB  ${name}`);
if (rows.some(([, weight, limit]) => weight > limit)) process.exit(1);
