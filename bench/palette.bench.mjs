// Ctrl-K over 20,000 companies in a real browser with its processor slowed down four times: from a key to its painted results.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../apps/portal/scripts/browser.mjs';
import { median, row } from './pairs.mjs';

const BIN = fileURLToPath(new URL('../apps/cli/bin.mjs', import.meta.url));
/** With the office's own: 20,000, the longest list that is sent to the browser. */
const COMPANIES = 19_999;
const SLOWDOWN = 4;
const LIMIT_MS = 120;
const ROUNDS = 5;
const TYPED = 'van der meer zw';
const NAMES = ['Van der Meer', 'De Vries', 'Bakker', 'Jansen', 'Zwaluw', 'Blom', 'Noordzij', 'Kuipers'];
const TRADES = ['Zorg', 'Transport', 'Zwolle Beheer', 'Bouw', 'Advies', 'Groothandel', 'Techniek'];

function run(dataDir, args) {
  const child = spawn(process.execPath, [BIN, ...args], { env: { ...process.env, NODE_ENV: 'production', DATA_DIR: dataDir, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk) => (text += chunk));
  const ended = new Promise((resolve) => child.once('close', resolve));
  return { child, said: () => text, ended };
}

async function verb(dataDir, ...args) {
  const { said, ended } = run(dataDir, [...args, '--json']);
  if ((await ended) !== 0) throw new Error(`${args.join(' ')} failed.`);
  return JSON.parse(said());
}

async function startProduct(dataDir) {
  const product = run(dataDir, ['up']);
  while (!product.said().includes('is ready on')) {
    if (product.child.exitCode !== null) throw new Error('The product did not start.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { ...product, address: /ready on (http:\S+)/.exec(product.said())[1] };
}

function listOfClients(file) {
  const lines = Array.from({ length: COMPANIES }, (_, nr) => `${10_000 + nr};${NAMES[nr % NAMES.length]} ${TRADES[nr % TRADES.length]} ${nr} B.V.;${91_000_000 + nr};;BV;;`);
  writeFileSync(file, ['Klantnummer;Naam;KvK-nummer;RSIN;Rechtsvorm;Relatiebeheerder;Groep', ...lines].join('\n'));
}

async function makeOffice(dataDir) {
  await verb(dataDir, 'tenants', 'create', '--slug', 'groot', '--name', 'Groot Kantoor', '--kind', 'office', '--kvk', '90000001');
  const { password } = await verb(dataDir, 'members', 'add', '--tenant', 'groot', '--email', 'owner@groot.example', '--name', 'Ilse', '--role', 'owner');
  const file = join(dataDir, 'clients.csv');
  listOfClients(file);
  await verb(dataDir, 'import', file, '--tenant', 'groot', '--apply');
  return password;
}

async function signIn(page, address, password) {
  await page.goto(`${address}/inloggen`);
  await page.getByLabel('E-mailadres').fill('owner@groot.example');
  await page.getByLabel('Wachtwoord').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/vandaag$/);
  await page.waitForLoadState('networkidle');
}

/** In the page: notes for each key how long it took until the frame with its results was drawn. */
function noteKeys() {
  globalThis.keyTimes = [];
  addEventListener('keydown', ({ timeStamp, key }) => {
    if (key.length !== 1) return;
    requestAnimationFrame(() => {
      const drawn = new MessageChannel();
      drawn.port1.onmessage = () => globalThis.keyTimes.push(performance.now() - timeStamp);
      drawn.port2.postMessage(null);
    });
  }, true);
}

async function typeOnce(page) {
  await page.evaluate(() => (globalThis.keyTimes.length = 0));
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  for (const [place, letter] of [...TYPED].entries()) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await page.waitForFunction((count) => globalThis.keyTimes.length >= count, place + 1);
  }
  const status = await page.getByRole('dialog').getByRole('status').textContent();
  if (!/[1-9]/.test(status)) throw new Error(`Nothing was found: ${status}`);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return page.evaluate(() => [...globalThis.keyTimes]);
}

async function measure(address, password) {
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })).newPage();
    await signIn(page, address, password);
    await page.evaluate(noteKeys);
    const session = await page.context().newCDPSession(page);
    const timesAt = async (rate) => {
      await session.send('Emulation.setCPUThrottlingRate', { rate });
      return typeOnce(page);
    };
    await timesAt(1);
    const times = { full: [], slow: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      times.full.push(...(await timesAt(1)));
      times.slow.push(...(await timesAt(SLOWDOWN)));
    }
    return times;
  } finally {
    await browser.close();
  }
}

export default async function palette() {
  const dataDir = mkdtempSync(join(tmpdir(), 'ketenregie-bench-palette-'));
  const product = await startProduct(dataDir);
  try {
    const { full, slow } = await measure(product.address, await makeOffice(dataDir));
    const sorted = [...slow].sort((one, other) => one - other);
    row(`a key over 20,000 companies, ${full.length} keys`, `${median(full).toFixed(0)} ms`, { ratio: median(full) / LIMIT_MS });
    row(`the same with the processor ${SLOWDOWN} times slower, against ${LIMIT_MS} ms`, `${median(slow).toFixed(0)} ms`, { ratio: median(slow) / LIMIT_MS, goal: '<= 1' });
    row('its slowest tenth begins at', `${sorted[Math.floor(sorted.length * 0.9)].toFixed(0)} ms`, { ratio: sorted[Math.floor(sorted.length * 0.9)] / LIMIT_MS });
  } finally {
    product.child.kill('SIGTERM');
    await product.ended;
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
