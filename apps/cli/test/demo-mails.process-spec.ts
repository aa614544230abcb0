import { addressIn, dataFolders, run, untilAlone } from './product.js';

const folders = dataFolders();
afterAll(() => folders.removeAll());

type Json = Record<string, unknown>;

/** Somebody signed in to the product under test, in one of his tenants. */
class Visitor {
  constructor(
    private readonly address: string,
    private readonly cookie: string,
    private readonly tenant: string,
  ) {}

  static async signIn(address: string, email: string, password: string): Promise<{ in(tenant: string): Visitor; readonly tenants: readonly { readonly slug: string; readonly name: string }[] }> {
    const answer = await fetch(`${address}/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const { tenants } = (await (await fetch(`${address}/session`, { headers: { cookie } })).json()) as { tenants: { slug: string; name: string }[] };
    return { in: (tenant) => new Visitor(address, cookie, tenant), tenants };
  }

  /** The answer's data, or null where he may not. */
  async ask<Answer>(query: string, variables: Json = {}): Promise<Answer | null> {
    const headers = { 'content-type': 'application/json', cookie: this.cookie, 'x-tenant': this.tenant, 'idempotency-key': `mails-${Math.random()}-of-spec` };
    const { data, errors } = (await (await fetch(`${this.address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })).json()) as { data?: Answer | null; errors?: { extensions: { code: string } }[] };
    expect((errors ?? []).map(({ extensions }) => extensions.code).filter((code) => code !== 'FORBIDDEN')).toEqual([]);
    return errors === undefined ? (data ?? null) : null;
  }

  private async get(path: string): Promise<Response> {
    return fetch(`${this.address}/mailbox/messages${path}`, { headers: { cookie: this.cookie } });
  }

  /** Subject, text and HTML of his mails that come from this tenant. */
  async mails(tenantName: string): Promise<{ subject: string; text: string; html: string }[]> {
    const { messages } = (await (await this.get('')).json()) as { messages: { name: string; subject: string }[] };
    const own = messages.filter(({ subject }) => subject.startsWith(`${tenantName}: `));
    return Promise.all(own.map(async ({ name, subject }) => ({ subject, text: ((await (await this.get(`/${name}`)).json()) as { text: string }).text, html: await (await this.get(`/${name}/html`)).text() })));
  }
}

interface Today {
  readonly on: string;
  readonly isCurrent: boolean;
  readonly totalCount: number;
  readonly ownCount: number;
  readonly groups: readonly { readonly part: string; readonly kind: string; readonly count: number }[];
}

/** What his page of today shows: tasks by part and action, and the rounds in which lines wait for him, as the portal asks it. */
async function pageOf(visitor: Visitor) {
  const tasks = (await visitor.ask<{ tasks: Today }>('{ tasks(examples: 0) { on isCurrent totalCount ownCount groups { part kind count } } }'))?.tasks ?? null;
  const found = await visitor.ask<{ reviewRounds: { edges: { node: { id: string; reviewers: { isViewer: boolean; undecided: number }[] } }[] } }>('{ reviewRounds(states: ["open"], first: 50) { edges { node { id reviewers { isViewer undecided } } } } }');
  const rounds = (found?.reviewRounds.edges ?? []).map(({ node: { id, reviewers } }) => ({ id, mine: reviewers.find(({ isViewer }) => isViewer)?.undecided ?? 0 })).filter(({ mine }) => mine > 0);
  const lines = rounds.reduce((sum, { mine }) => sum + mine, 0);
  return { tasks, rounds, lines };
}

/** How many the list behind a link has, asked with the filter that its address says. */
async function countBehind(visitor: Visitor, path: string): Promise<number> {
  const { pathname, searchParams } = new URL(path, 'http://k.example');
  const place = pathname.split('/').slice(2);
  if (place[0] === 'vandaag') {
    const [kinds, parts] = [searchParams.getAll('taak'), searchParams.getAll('deel')];
    expect([kinds.length, parts.length]).toEqual([1, 1]);
    return (await visitor.ask<{ taskList: { totalCount: number } }>('query ($kinds: [String!], $parts: [String!]) { taskList(kinds: $kinds, parts: $parts) { totalCount } }', { kinds, parts }))?.taskList.totalCount ?? -1;
  }
  expect([place[0], searchParams.get('toon'), searchParams.get('mijn')]).toEqual(['controles', 'undecided', 'ja']);
  const lines = await visitor.ask<{ reviewLines: { totalCount: number } }>('query ($id: ID!) { reviewLines(roundId: $id, filter: { outcomes: ["undecided"], isMine: true }, first: 1) { totalCount } }', { id: place[1] });
  return lines?.reviewLines.totalCount ?? -1;
}

const numberIn = (text: string, word: RegExp): number => Number(word.exec(text)?.[1]?.replace(/[.,]/g, '') ?? 0);

/** Each link to a list with the number its words say; one without a number shows one. */
const linksIn = (text: string): { readonly url: string; readonly count: number }[] =>
  [...text.matchAll(/^ {2}(\S[^:\n]*): (http\S+)$/gm)].map(([, words = '', url = '']) => ({ url, count: Number(/\d+/.exec(words)?.[0] ?? 1) }));

describe.each([
  ['nl', /: (\d+) (?:taak|taken)/, /(\d+) controles?/, /Er (?:staat|staan) (\d+) (?:taak|taken) open/, /(\d+) regels? wacht/],
  ['en', /: (\d+) tasks?/, /(\d+) reviews?/, /There (?:is|are) (\d+) open tasks?/, /(\d+) lines? (?:is|are) waiting for you in/],
] as const)('the mails of the examples in %s', (language, subjectTasks, subjectRounds, leadTasks, leadLines) => {
  it('say the numbers of the page of today, and each link leads to a list of exactly its number, on the address of the product that runs', async () => {
    const dataDir = folders.make();
    const product = run(dataDir, ['up'], { DEMO: '1' });
    for (const word of ['Example data: making Kantoor', 'Example data: making Van', 'Example data: done', 'Ketenregie is ready on ']) await product.says(word);
    const address = addressIn(product.output());
    const password = /Password of each account: (\S+)/.exec(product.answer())?.[1] ?? '';
    const emails = [...product.answer().matchAll(/^ {2}(\S+@\S+)/gm)].map(([, email]) => email ?? '');
    const people = await Promise.all(emails.map(async (email) => ({ email, ...(await Visitor.signIn(address, email, password)) })));
    const seats = people.flatMap(({ email, tenants, in: sit }) => tenants.map((tenant) => ({ email, tenant, visitor: sit(tenant.slug) })));
    expect(seats).toHaveLength(12);
    const settings = { hour: 7, timeZone: 'Europe/Amsterdam', frequency: 'daily', weekday: 1, language };
    for (const { visitor } of seats) await visitor.ask('mutation ($input: DigestSettingsInput!) { changeDigestSettings(input: $input) { language } }', { input: settings });
    const on = (await pageOf(seats[0]?.visitor as Visitor)).tasks?.on ?? '';
    for (const slug of new Set(seats.map(({ tenant }) => tenant.slug))) expect(await run(dataDir, ['notices', 'run', '--tenant', slug, '--on', on, '--send', '--json'], { DEMO: '1' }).ended).toBe(0);

    const told: string[] = [];
    let links = 0;
    let employees = 0;
    for (const { email, tenant, visitor } of seats) {
      const { tasks, rounds, lines } = await pageOf(visitor);
      const mails = await visitor.mails(tenant.name);
      if (tasks === null && mails.length > 0) {
        // An employee sees no list of tasks: what he is told leads to his own page.
        expect([email, [...new Set(linksIn(mails[0]?.text ?? '').map(({ url }) => url))]]).toEqual(['tom.brandsma@noorderlicht.example', [`${address}/${tenant.slug}/mijn`]]);
        employees += 1;
        continue;
      }
      const hasWork = (tasks?.ownCount ?? 0) + rounds.length > 0;
      expect([email, tenant.slug, mails.length]).toEqual([email, tenant.slug, hasWork ? 1 : 0]);
      const [mail] = mails;
      if (mail === undefined) continue;
      const { subject, text, html } = mail;
      expect([email, numberIn(subject, subjectTasks), numberIn(subject.split(': ')[1] ?? '', subjectRounds)]).toEqual([email, tasks?.ownCount ?? 0, rounds.length]);
      expect([email, numberIn(text, leadTasks), numberIn(text, leadLines)]).toEqual([email, tasks?.ownCount ?? 0, lines]);
      const found = linksIn(text);
      for (const { url, count } of found) {
        expect(url.startsWith(`${address}/${tenant.slug}/`)).toBe(true);
        expect([email, url, await countBehind(visitor, url.slice(address.length))]).toEqual([email, url, count]);
        expect(html).toContain(`href="${url.replaceAll('&', '&amp;')}"`);
      }
      const groups = (tasks?.groups ?? []).filter(({ part }) => part !== 'colleagues').map(({ part, kind, count }) => `${address}/${tenant.slug}/vandaag?taak=${kind}&deel=${part} ${count}`);
      const waiting = rounds.map(({ id, mine }) => `${address}/${tenant.slug}/controles/${id}?toon=undecided&mijn=ja ${mine}`);
      expect(found.map(({ url, count }) => `${url} ${count}`).toSorted()).toEqual([...groups, ...waiting].toSorted());
      told.push(email);
      links += found.length;
    }
    expect([told.length, employees]).toEqual([5, 1]);
    expect(links).toBeGreaterThanOrEqual(20);
    product.child.kill('SIGTERM');
    expect(await product.ended).toBe(0);
    await untilAlone(dataDir);
  }, 120_000);
});
