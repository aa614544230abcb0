import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { addMember, ensureAccount, openSession } from '@ketenregie/identity-server';
import { clockStandingAt } from '@ketenregie/kernel';
import { type TenantDb, systemScope } from '@ketenregie/platform/db';
import { type Log, silentLog } from '@ketenregie/platform/logging';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import type { Role } from '@ketenregie/tenants-domain';
import { createApp } from '../src/create-app.js';
import { rows } from '../src/features.js';
import type { OperatorSettings } from '../src/operator/operator.controller.js';

export const NOW = '2026-11-23T09:00:00Z';

/** What came back: the status, the body as JSON, and the text itself to compare two answers byte by byte. */
export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly body: { readonly data?: Record<string, unknown> | null; readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string; readonly field?: string } }[] };
}

export interface Caller {
  /** The session's token; null for a stranger. */
  readonly token: string | null;
  readonly tenant: string | null;
}

let keys = 0;

/** A key that no other call has used. */
export const freshKey = (): string => `key-of-spec-${(keys += 1)}`;

/** The app on a database of its own, listening on a free port, asked over HTTP. */
export class TestApp {
  private constructor(
    readonly database: TestDatabase,
    readonly db: TenantDb,
    private readonly app: NestExpressApplication,
  ) {}

  static async start({ isProduction = false, log = silentLog, mailboxFolder = null, examplesFolder = null, operator, trustedProxies = [] }: { trustedProxies?: readonly string[]; isProduction?: boolean; log?: Log; mailboxFolder?: string | null; examplesFolder?: string | null; operator?: (parts: { database: TestDatabase; db: TenantDb }) => OperatorSettings } = {}): Promise<TestApp> {
    const database = await createTestDatabase();
    const db = await database.open({ rows });
    const app = await createApp({ db, clock: clockStandingAt(NOW), log, isProduction, publicUrl: 'http://127.0.0.1', mailboxFolder, examplesFolder, trustedProxies, health: [], ...(operator !== undefined && { operator: operator({ database, db }) }) });
    await app.listen(0, '127.0.0.1');
    // On a busy machine a connection rests longer than the five seconds after which it would be closed while it is taken up again.
    Object.assign(app.getHttpServer(), { keepAliveTimeout: 120_000 });
    return new TestApp(database, db, app);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.app.getHttpServer().address() as AddressInfo).port}`;
  }

  /** Posts a document; `key` null sends none. */
  async ask(caller: Caller, query: string, { variables = {}, key = freshKey() }: { variables?: object; key?: string | null } = {}): Promise<Answered> {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (caller.token !== null) headers['cookie'] = `__Host-ketenregie=${caller.token}`;
    if (caller.tenant !== null) headers['x-tenant'] = caller.tenant;
    if (key !== null) headers['idempotency-key'] = key;
    const response = await fetch(`${this.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    const text = await response.text();
    return { status: response.status, text, body: JSON.parse(text) as Answered['body'] };
  }

  /** Every route that is served beside GraphQL: `GET /health/live`. */
  routes(): string[] {
    const { router } = this.app.getHttpAdapter().getInstance() as unknown as { router: { stack: { route?: { path: string; methods: Record<string, boolean> } }[] } };
    return router.stack.flatMap(({ route }) => (route === undefined ? [] : Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`)));
  }

  /** A member of a tenant with a session; `clients` all unless named. */
  async member(tenant: { readonly id: string; readonly slug: string }, roles: readonly Role[], clients: 'all' | readonly string[] = 'all'): Promise<Caller & { readonly memberId: string }> {
    const login = `${roles.join('-')}-${(keys += 1)}@${tenant.slug}.example`;
    const accountId = await ensureAccount(this.db, { login, displayName: login });
    const memberId = await this.db.write(systemScope(tenant.id), (writer) => addMember(writer, { accountId, roles, clients, displayName: login }));
    return { token: await openSession(this.db, accountId), tenant: tenant.slug, memberId };
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}

/** The code of the first refusal, or null where there is none. */
export const codeOf = ({ body }: Answered): string | null => body.errors?.[0]?.extensions.code ?? null;
