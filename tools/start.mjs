// `npm start`: installs where node_modules is not what the lockfile says, builds, then starts the product. Plain node: nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { whyInstall } from './install-state.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const OLDEST = [20, 19];

function stopWith(reason) {
  console.error(reason);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const isTooOld = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
  if (isTooOld) stopWith(`Ketenregie needs Node ${OLDEST.join('.')} or later; this is ${process.versions.node}. See https://nodejs.org.`);
  if (major === 20) console.error('Node 20 has had no security updates since April 2026. It works; prefer Node 24.');
}

function install() {
  const reason = whyInstall(root);
  if (reason === null) return;
  console.error(`Installing packages (${reason}); the first time takes a minute or two.`);
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  if (status !== 0) stopWith('Installing failed. The reason stands above; npm ci shows more.');
}

async function build() {
  const isFirst = !existsSync(join(root, 'apps', 'cli', 'dist'));
  console.error(isFirst ? 'Building; the first time takes a minute or two.' : 'Building where sources have changed.');
  // Imported here and not above: it may need packages that were just installed.
  const { runTarget } = await import('./nx.mjs');
  const { status, output } = await runTarget('build', { isQuiet: true });
  if (status !== 0) stopWith(`${output}\nThe build failed. The reason stands above; npm run build shows more.`);
}

checkNode();
install();
await build();
// In this process and not in one below it: Ctrl-C and the signals of a supervisor reach the launcher itself.
process.argv.splice(1, process.argv.length - 1, join(root, 'apps/cli/bin.mjs'), 'up');
await import('../apps/cli/bin.mjs');
