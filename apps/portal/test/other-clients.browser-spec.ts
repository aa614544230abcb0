import type { Browser, Response } from 'playwright-core';
import { launchBrowser } from '../scripts/browser.mjs';
import { PAGES } from '../src/signed-in/page-list.js';
import { Product } from './product.js';
import { type Objects, VISITS } from './visits.js';
import { Visitor } from './visitor.js';

/** Who looks around in the examples: one sees all of the office, one a single client, one is of a client, one of the holding. */
const PEOPLE = {
  all: ['noorderlicht', 'sanne.wiersma@noorderlicht.example'],
  ofOneClient: ['noorderlicht', 'lotte.kuipers@noorderlicht.example'],
  contact: ['noorderlicht', 'eva.blom@blomzorg.example'],
  holding: ['van-der-meer', 'petra.lindeman@vandermeer.example'],
} as const;
type Who = keyof typeof PEOPLE;
const LISTS = ['companies', 'people', 'means', 'authorisations', 'access', 'logbook'];

interface Company {
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly kvkNumber: string | null;
  readonly clientNumber: string | null;
  readonly accountable: string | null;
  readonly isOwn: boolean;
}

/** All that the office has to tell, as who sees all of it finds it. */
interface Whole {
  readonly companies: readonly Company[];
  readonly people: readonly { readonly fullName: string; readonly email: string | null }[];
  readonly members: readonly { readonly displayName: string; readonly login: string }[];
  /** How many there are in all: of companies, rights, answers, tasks and entries of the log. */
  readonly totals: readonly number[];
  readonly objects: Objects;
}

let product: Product;
let browser: Browser;
let whole: Whole;
let visitors: Readonly<Record<Who, Visitor>>;
/** The client of whom each sees a part, by KvK number. */
const OWN = { ofOneClient: '00990131', contact: '00990104' } as const;
/** All that each got to read. */
let told: Readonly<Record<Who, string>>;

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start({ isDemo: true }), launchBrowser()]);
  const password = ((await (await fetch(`${product.address}/session/examples`)).json()) as { readonly password: string }).password;
  const signedIn = await Promise.all(Object.entries(PEOPLE).map(async ([who, [, email]]) => [who, await arrive(email, password)] as const));
  visitors = Object.fromEntries(signedIn) as typeof visitors;
  whole = await wholeOffice(visitors.all);
  const heard = await Promise.all((Object.keys(PEOPLE) as Who[]).map(async (who) => [who, await everythingToldTo(who, [whole.objects.kvk, ...(Object.hasOwn(OWN, who) ? [OWN[who as keyof typeof OWN]] : [])])] as const));
  told = Object.fromEntries(heard) as typeof told;
}, 480_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function arrive(email: string, password: string): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, { address: product.address });
  await visitor.openPage('/inloggen');
  const body = JSON.stringify({ email, password });
  const status = await visitor.page.evaluate(async (sent) => (await fetch('/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: sent })).status, body);
  if (status !== 200) throw new Error(`${email} cannot sign in: ${status}`);
  return visitor;
}

async function ask<Data>(visitor: Visitor, tenant: string, query: string): Promise<Data> {
  const answer = await visitor.context.request.post(`${product.address}/graphql`, { headers: { 'content-type': 'application/json', 'x-tenant': tenant }, data: { query } });
  const { data } = (await answer.json()) as { readonly data?: Data };
  if (data === undefined) throw new Error(await answer.text());
  return data;
}

const nodes = <Node>({ edges }: { readonly edges: readonly { readonly node: Node }[] }): Node[] => edges.map(({ node }) => node);

async function wholeOffice(visitor: Visitor): Promise<Whole> {
  type Page<Node> = { readonly totalCount: number; readonly edges: readonly { readonly node: Node }[] };
  const found = await ask<{
    companies: Page<Company>; people: Page<Whole['people'][number] & { id: string }>; members: Whole['members']; imports: Page<{ id: string; state: string }>;
    reviewRounds: Page<{ id: string }>; authorisations: Page<object>; accessList: Page<object>; tasks: { totalCount: number }; auditEvents: Page<object>;
  }>(visitor, 'noorderlicht', `{ companies(first: 200) { totalCount edges { node { name otherNames kvkNumber clientNumber accountable isOwn } } } people(first: 200) { totalCount edges { node { id fullName email } } }
    members { displayName login } imports { totalCount edges { node { id state } } } reviewRounds { edges { node { id } } } tasks { totalCount }
    authorisations(first: 1) { totalCount edges { node { id } } } accessList(first: 1) { totalCount edges { node { can } } } auditEvents(first: 1) { totalCount edges { node { id } } } }`);
  const idOf = (state: string): string => nodes(found.imports).find((each) => each.state === state)?.id ?? '';
  const totals = [found.companies, found.authorisations, found.accessList, found.tasks, found.auditEvents].map(({ totalCount }) => totalCount);
  return {
    ...{ companies: nodes(found.companies), people: nodes(found.people), members: found.members, totals },
    objects: { kvk: '00990101', person: nodes(found.people)[0]?.id ?? '', stagedImport: idOf('staged'), recordedImport: idOf('applied'), round: nodes(found.reviewRounds)[0]?.id ?? '' },
  };
}

/** Everything that somebody gets to read: every page with what came over the network for it, every list as a file, the report of the round, his mails. */
async function everythingToldTo(who: Who, companies: readonly string[]): Promise<string> {
  const { page, context } = visitors[who];
  const [tenant] = PEOPLE[who];
  const answers: Promise<string>[] = [];
  const note = (response: Response): void => void (/\/(graphql|session|mailbox|exports|imports|reports)/.test(new URL(response.url()).pathname) && answers.push(response.text().catch(() => '')));
  page.on('response', note);
  const read: string[] = [];
  const addresses = companies.flatMap((kvk) => PAGES.filter(({ path }) => kvk === whole.objects.kvk || path.startsWith('o/')).map(({ path }) => VISITS[path]?.({ ...whole.objects, kvk }) ?? path));
  for (const address of [...addresses.map((each) => `/${tenant}/${each}`), '/mailbox']) {
    await page.goto(product.address + address, { waitUntil: 'networkidle' });
    read.push(await page.title(), await page.locator('body').innerText());
  }
  page.off('response', note);
  const files = [...LISTS.map((list) => `exports/${list}.csv`), `reports/review-rounds/${whole.objects.round}`].map(async (path) => (await context.request.get(`${product.address}/${path}?tenant=${tenant}`)).text());
  return [...read, ...(await Promise.all([...answers, ...files]))].join('\n');
}

/** Its client's number is short, and looks like a year: it counts where it is said to be one. */
const wordsOf = ({ name, otherNames, kvkNumber, clientNumber }: Company): string[] => [name, ...otherNames, ...(kvkNumber === null ? [] : [kvkNumber]), ...(clientNumber === null ? [] : [`"clientNumber":"${clientNumber}"`])];

/** As a word of its own. */
const holds = (text: string, word: string): boolean => new RegExp(`(?<![\\p{L}\\d-])${word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d-])`, 'u').test(text);
const foundIn = (text: string, words: readonly string[]): string[] => [...new Set(words)].filter((word) => holds(text, word));

/** Numbers of the whole office among the counts that came over the network. */
const totalsIn = (text: string): number[] => whole.totals.filter((total) => new RegExp(`"[a-zA-Z]*[cC]ount":${total}(?!\\d)`).test(text));
const peopleWords = (): string[] => whole.people.flatMap(({ fullName, email }) => [fullName, ...(email === null ? [] : [email])]);
const memberWords = (): string[] => whole.members.flatMap(({ displayName, login }) => [displayName, login]);

describe('who sees a part', () => {
  it('of one client reads no name, number or count of another, wherever he goes', async () => {
    const read = told.ofOneClient;
    const mine = whole.companies.filter(({ kvkNumber, isOwn }) => kvkNumber === OWN.ofOneClient || isOwn);
    const others = whole.companies.filter((company) => !mine.includes(company)).flatMap(wordsOf);
    // Where he can log in himself he is told on his own page, by its name alone (decision 0067): its numbers are not among what is left out here.
    const { mine: { rights } } = await ask<{ mine: { rights: readonly { companyName: string }[] } }>(visitors.ofOneClient, 'noorderlicht', '{ mine { rights { companyName } } }');
    const known = [...mine.flatMap(wordsOf), ...rights.map(({ companyName }) => companyName)];
    expect(foundIn(read, [...others.filter((word) => !known.includes(word)), 'eva.blom@blomzorg.example', 'Eva Blom'])).toEqual([]);
    expect(totalsIn(read)).toEqual([]);
    expect(foundIn(read, mine.flatMap(wordsOf)).length).toBeGreaterThan(3);
  });

  it('as the contact of a client reads nothing of another client, nor of the staff', async () => {
    const [read, own] = [told.contact, OWN.contact];
    const [mine] = whole.companies.filter(({ kvkNumber }) => kvkNumber === own);
    const others = whole.companies.filter((company) => company !== mine).flatMap(wordsOf);
    const office = whole.companies.filter(({ isOwn }) => isOwn).map(({ name }) => name);
    // Who is his own adviser he knows.
    const known = [...office, 'Eva Blom', 'eva.blom@blomzorg.example', mine?.accountable];
    expect(foundIn(read, [...others, ...peopleWords(), ...memberWords()].filter((word) => !known.includes(word)))).toEqual([]);
    expect(totalsIn(read)).toEqual([]);
    expect(foundIn(read, [mine?.name ?? '', own])).toEqual([mine?.name, own]);
  });

  it('of the holding reads nothing of the office', async () => {
    const read = told.holding;
    const words = [...whole.companies.flatMap(wordsOf), ...peopleWords(), ...memberWords(), 'Kantoor Noorderlicht'].filter((word) => !/Tamminga|tamminga/.test(word));
    expect(foundIn(read, words)).toEqual([]);
    expect(foundIn(read, ['Van der Meer Holding', 'Karin van der Meer'])).toHaveLength(2);
  });

  it('of the whole office reads it all: the same words and counts are found there', async () => {
    const read = told.all;
    const words = [...whole.companies.flatMap(wordsOf), ...peopleWords(), ...memberWords()];
    expect([...new Set(words)].filter((word) => !holds(read, word))).toEqual([]);
    expect(words.length).toBeGreaterThan(100);
    expect(totalsIn(read).length).toBeGreaterThan(2);
  });
});
