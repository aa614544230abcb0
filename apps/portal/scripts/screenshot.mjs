// Pictures of the gallery and an axe run over it: `node apps/portal/scripts/screenshot.mjs [folder] [--only part] [--no-axe]`.
// Builds nothing: first `vite build --mode gallery`. Exits 1 where axe finds anything or a page is wider than its window.
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findings, newLookedAtPage, overflowOf } from './look-at.mjs';
import { launchBrowser } from './browser.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const built = join(here, '..', 'dist', 'gallery');
const folder = process.argv[2]?.startsWith('--') === false ? process.argv[2] : join(here, '..', '..', '..', 'tmp', 'gallery');
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : null;
const hasAxe = !process.argv.includes('--no-axe');
const PARTS = ['invullen', 'status', 'lijsten', 'antwoorden', 'inloggen', 'vandaag', 'vraag', 'palet'].filter((part) => only === null || part === only);
const STATES = [['light', 1440], ['dark', 1440], ['light', 390], ['dark', 390], ['forced', 1440], ['light', 320]];
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };
// The policy of production: what breaks under it shows here.
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'";

const server = createServer((request, response) => {
  const path = new URL(request.url, 'http://x').pathname;
  try {
    const body = readFileSync(join(built, path));
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'content-security-policy': POLICY }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const origin = `http://127.0.0.1:${server.address().port}`;

async function takePicture(browser, part, [look, width]) {
  const { context, page, problems } = await newLookedAtPage(browser, { look, width });
  await page.goto(`${origin}/gallery.html?deel=${part === 'palet' ? 'vandaag' : part}${part === 'vraag' ? '&band=een' : ''}`, { waitUntil: 'networkidle' });
  if (part === 'palet') {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('meer');
  }
  await page.mouse.move(width - 2, 300);
  problems.push(...(await overflowOf(page)));
  await page.screenshot({ path: join(folder, `${part}-${look}-${width}.png`), fullPage: part !== 'palet' });
  if (hasAxe && look !== 'forced') problems.push(...(await findings(page)));
  await context.close();
  return problems.map((problem) => `${part} ${look} ${width}: ${problem}`);
}

mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
const problems = [];
for (const part of PARTS) for (const state of STATES) problems.push(...(await takePicture(browser, part, state)));
await browser.close();
server.close();
console.log(problems.length === 0 ? `No problems in ${PARTS.length * STATES.length} pictures, see ${folder}` : problems.join('\n'));
if (problems.length > 0) process.exitCode = 1;
