import type { Browser } from 'playwright-core';
import { launchBrowser } from '../scripts/browser.mjs';
import { PAGES } from '../src/signed-in/page-list.js';
import { type Account, Product } from './product.js';
import { type FurnishedOffice, furnishOffice, type Objects, objectsOf, VISITS } from './visits.js';
import { Visitor } from './visitor.js';

/** Words of the office that a stranger must not read anywhere. */
const SECRETS = /Waterlinie|Donald|Vuursteen|68750110|accountant-chains|matrix\.xlsx|Kwartaalcontrole/;
const NOWHERE: Objects = { kvk: '68750111', person: '0197f000-0000-7000-8000-000000000001', stagedImport: '0197f000-0000-7000-8000-000000000002', recordedImport: '0197f000-0000-7000-8000-000000000003', round: '0197f000-0000-7000-8000-000000000004' };

let product: Product;
let browser: Browser;
let office: FurnishedOffice;
let objects: Objects;
let holdingOwner: Account;
let stranger: Visitor;
let owner: Visitor;

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start(), launchBrowser()]);
  [office, holdingOwner] = await Promise.all([furnishOffice(product, 'kantoor'), product.makeTenant({ slug: 'groep', name: 'Peperbus Groep', kind: 'holding', kvk: '90004710' })]);
  [owner, stranger] = await Promise.all([office.owner, holdingOwner].map(async (account) => {
    const visitor = await Visitor.arrive(browser, { address: product.address });
    await visitor.signIn(account);
    return visitor;
  })) as [Visitor, Visitor];
  objects = await objectsOf(owner, office);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** All that a page says, its title and what came over the network for it. */
async function saidBy(visitor: Visitor, path: string): Promise<string> {
  const answers: Promise<string>[] = [];
  const note = (response: { readonly url: () => string; readonly text: () => Promise<string> }): void => void (/graphql|exports|imports|session/.test(response.url()) && answers.push(response.text().catch(() => '')));
  visitor.page.on('response', note);
  await visitor.page.goto(product.address + path, { waitUntil: 'networkidle' });
  visitor.page.off('response', note);
  return [await visitor.page.title(), await visitor.page.locator('body').innerText(), ...(await Promise.all(answers)).sort()].join('\n');
}

describe('as the holding, in the browser', () => {
  it.each(PAGES.map(({ path }) => [path] as const))('the office’s page is the same as one that does not exist, and tells nothing: %s', async (path) => {
    const address = VISITS[path] ?? ((): string => 'geen');
    // Behind its own slug with the office's objects, and behind the office's slug itself.
    const known = await saidBy(stranger, `/groep/${address(objects)}`);
    const unknown = await saidBy(stranger, `/groep/${address(NOWHERE)}`);
    const ofOffice = await saidBy(stranger, `/kantoor/${address(objects)}`);
    const ofNobody = await saidBy(stranger, `/bestaatniet/${address(objects)}`);
    const bare = (text: string): string => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|6875011\d|"reference":"[^"]*"/g, '*').replaceAll('bestaatniet', 'kantoor');
    expect(bare(known)).toBe(bare(unknown));
    expect(bare(ofOffice)).toBe(bare(ofNobody));
    expect([known, ofOffice].map((text) => SECRETS.exec(text.replaceAll('68750110', ''))?.[0] ?? null)).toEqual([null, null]);
  });

  it('the palette finds no company of the office, by number or name, and its owner does', async () => {
    const foundBy = async (visitor: Visitor, slug: string, typed: string): Promise<number> => {
      await visitor.openPage(`/${slug}/organisaties`);
      await visitor.page.keyboard.press('Control+k');
      const palette = visitor.page.getByRole('dialog', { name: visitor.text('palette.title') });
      await palette.getByRole('combobox').fill(typed);
      await palette.getByRole('status').filter({ hasText: 'gevonden' }).waitFor();
      return palette.getByRole('option').filter({ hasText: 'Test BV Donald' }).count();
    };
    for (const typed of ['68750110', 'donald']) expect([await foundBy(stranger, 'groep', typed), await foundBy(owner, 'kantoor', typed)]).toEqual([0, 1]);
  });

  it.each(['companies', 'people', 'means', 'authorisations', 'access', 'logbook'])('the office’s list as a file is not there, by any tenant in the address: %s', async (list) => {
    const get = async (visitor: Visitor, query: string): Promise<[number, string]> => {
      const answer = await visitor.context.request.get(`${product.address}/exports/${list}.csv?${query}`);
      return [answer.status(), (await answer.text()).replaceAll(/"reference":"[^"]*"/g, '')];
    };
    const refused = await get(stranger, 'tenant=kantoor');
    expect(refused).toEqual(await get(stranger, 'tenant=bestaatniet'));
    expect([refused[0], SECRETS.test(refused[1])]).toEqual([404, false]);
    expect((await get(stranger, 'tenant=groep'))[1]).not.toMatch(SECRETS);
    expect((await get(owner, 'tenant=kantoor'))[0]).toBe(200);
  });

  it('a file cannot be brought into the office, and its own can', async () => {
    const headers = (slug: string): Record<string, string> => ({ 'content-type': 'application/octet-stream', 'x-tenant': slug, 'x-file-name': 'staff.csv' });
    const bring = async (slug: string): Promise<number> => (await stranger.context.request.post(`${product.address}/imports`, { headers: headers(slug), data: Buffer.from('Naam;E-mail;Functie\nAnna Proef;anna@groep.example;chef\n') })).status();
    expect([await bring('kantoor'), await bring('bestaatniet'), await bring('groep')]).toEqual([404, 404, 202]);
  });
});
