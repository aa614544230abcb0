// Pictures of the signed-in pages of a running product, each checked by axe: `node apps/portal/scripts/screenshot-pages.mjs ADDRESS TENANT [folder]
// [--only name,name] [--states light-1440,dark-390]`. Signs in with PORTAL_EMAIL and PORTAL_PASSWORD. Exits 1 where a page has a fault.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browser.mjs';
import { findings, newLookedAtPage, overflowOf } from './look-at.mjs';

const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1].split(',') : null);
const [origin, tenant, given] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const folder = given === undefined || given.startsWith('--') ? join(here, '..', '..', '..', 'tmp', 'pages') : given;
const states = (option('--states') ?? ['light-1440', 'dark-1440', 'light-390', 'dark-390']).map((state) => state.split('-'));

/** Signs in by the API from the page itself, so that the cookie is the browser's own. */
async function signIn(page) {
  await page.goto(`${origin}/inloggen`, { waitUntil: 'networkidle' });
  const credentials = { email: process.env.PORTAL_EMAIL, password: process.env.PORTAL_PASSWORD };
  const status = await page.evaluate(async (body) => (await fetch('/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).status, credentials);
  if (status !== 200) throw new Error(`Signing in as PORTAL_EMAIL answered ${status}.`);
}

/** Something to open of each kind: the company with the most rights among the first answers, a person, a service, a right. */
async function samples(page) {
  const query = `query { accessList(first: 100, filter: { statuses: ["lapsed", "level-too-low", "waiting-for-client"] }) { edges { node { personId companyId companyKvk serviceKey } } } }`;
  return page.evaluate(async ([text, slug]) => (await (await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', 'x-tenant': slug }, body: JSON.stringify({ query: text }) })).json()).data.accessList.edges[0].node, [query, tenant]);
}

function addresses({ personId, companyId, companyKvk, serviceKey }) {
  const company = `o/${companyKvk ?? `x-${companyId}`}`;
  const question = `wie=${personId}&voor=${companyId}&bij=${serviceKey}`;
  return {
    vandaag: 'vandaag', organisaties: 'organisaties', organisatie: company, toegang: 'toegang', 'toegang-leeg': 'toegang?status=can-may-not&tot=2001-01-01', 'organisatie-toegang': `${company}/toegang`, rooster: `${company}/toegang?vorm=rooster`,
    keten: `${company}/keten`, medewerkers: 'medewerkers', medewerker: `medewerkers/${personId}`, kan: 'kan', antwoord: `${company}/kan?${question}`, portalen: 'portalen', import: 'import', logboek: 'logboek', weergave: 'instellingen/weergave', onbekend: 'o/00000000',
    recht: `${company}/keten`, besluit: `${company}/keten`, wijzigen: `medewerkers/${personId}`, palet: 'vandaag', toetsen: 'vandaag',
  };
}

/** What is pressed on a page before its picture. */
const press = {
  recht: (page) => page.locator('.r-open').first().click(),
  besluit: async (page) => {
    await page.locator('.r-open').first().click();
    await page.getByRole('button', { name: 'Intrekken regelen' }).click();
    await page.getByRole('button', { name: /^Intrekken regelen voor/ }).click();
  },
  wijzigen: (page) => page.getByRole('button', { name: 'Gegevens wijzigen' }).click(),
  palet: async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('meer');
  },
  toetsen: (page) => page.keyboard.press('?'),
};

async function takePicture({ page, problems }, [name, address], [look, width]) {
  problems.length = 0;
  await page.goto(`${origin}/${tenant}/${address}`, { waitUntil: 'networkidle' });
  await press[name]?.(page);
  await page.waitForTimeout(400);
  await page.mouse.move(Number(width) - 2, 300);
  problems.push(...(await overflowOf(page)));
  await page.screenshot({ path: join(folder, `${name}-${look}-${width}.png`), fullPage: press[name] === undefined });
  if (look !== 'forced') problems.push(...(await findings(page)));
  return problems.map((problem) => `${name} ${look} ${width}: ${problem}`);
}

mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
const problems = [];
for (const [look, width] of states) {
  const looked = await newLookedAtPage(browser, { look, width: Number(width) });
  await signIn(looked.page);
  const pages = Object.entries(addresses(await samples(looked.page))).filter(([name]) => option('--only')?.includes(name) ?? true);
  for (const page of pages) problems.push(...(await takePicture(looked, page, [look, width]).catch((error) => [`${page[0]} ${look} ${width}: ${error.message.split('\n')[0]}`])));
  await looked.context.close();
}
await browser.close();
console.log(problems.length === 0 ? `No problems, see ${folder}` : problems.join('\n'));
if (problems.length > 0) process.exitCode = 1;
