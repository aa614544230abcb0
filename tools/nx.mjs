// Runs one target of the workspace through Nx, for its cache: `node tools/nx.mjs build`. Quiet: no daemon stays behind, no cloud, no colours of its own.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const QUIET = { NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false', ...(process.stdout.isTTY ? {} : { FORCE_COLOR: '0' }) };

/** Runs a target; answers `{status, output}`. `isQuiet` keeps the output back for the caller to show on failure. */
export function runTarget(target, { args = [], isQuiet = false } = {}) {
  const nx = join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const child = spawn(process.execPath, [nx, 'run', `ketenregie:${target}`, '--output-style=static', ...args], {
    cwd: root,
    env: { ...process.env, ...QUIET },
    stdio: ['ignore', isQuiet ? 'pipe' : 'inherit', isQuiet ? 'pipe' : 'inherit'],
  });
  const chunks = [];
  child.stdout?.on('data', (chunk) => chunks.push(chunk));
  child.stderr?.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status: status ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [target, ...args] = process.argv.slice(2);
  if (target === undefined) throw new Error('Usage: node tools/nx.mjs TARGET, for example build');
  process.exitCode = (await runTarget(target, { args })).status;
}
