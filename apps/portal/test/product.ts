import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../cli/bin.mjs', import.meta.url));
/** The lists that every spec may bring: those whose reading is known. */
export const FIXTURES = fileURLToPath(new URL('../../../libs/exchange/domain/fixtures/', import.meta.url));
const READY = /Ketenregie is ready on (http:\S+)/;
const SOON_MS = 50;

/** Whom a spec signs in as. */
export interface Account {
  readonly email: string;
  readonly password: string;
}

export interface NewTenant {
  readonly slug: string;
  readonly name: string;
  readonly kind: 'office' | 'holding';
  readonly kvk: string;
}

/** The product as an office runs it: one command in production mode, with its own PostgreSQL, API, worker and built portal; or a demonstration of it. */
export class Product {
  private constructor(
    private readonly launcher: ChildProcess,
    private readonly dataDir: string,
    /** Where a browser reaches it. */
    readonly address: string,
  ) {}

  /** Starts it on a folder of its own and a free port; fails with what it said where it does not start. */
  static async start({ isDemo = false }: { readonly isDemo?: boolean } = {}): Promise<Product> {
    const dataDir = mkdtempSync(join(tmpdir(), 'ketenregie-browser-'));
    const launcher = spawnProduct(dataDir, ['up'], isDemo ? { NODE_ENV: 'development', DEMO: '1' } : {});
    const said = saidBy(launcher);
    while (!READY.test(said())) {
      if (launcher.exitCode !== null || launcher.signalCode !== null) throw new Error(`The product did not start: ${said()}`);
      await pause(SOON_MS);
    }
    return new Product(launcher, dataDir, READY.exec(said())?.[1] ?? '');
  }

  /** Runs a verb of the command line beside the running product and gives its JSON answer. */
  async verb<Answer>(...args: readonly string[]): Promise<Answer> {
    const child = spawnProduct(this.dataDir, [...args, '--json']);
    let answer = '';
    child.stdout?.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    const said = saidBy(child);
    const code = await endOf(child);
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${said()}`);
    return JSON.parse(answer) as Answer;
  }

  /** An office or a holding with an owner; gives whom to sign in as. */
  async makeTenant({ slug, name, kind, kvk }: NewTenant): Promise<Account> {
    await this.verb('tenants', 'create', '--slug', slug, '--name', name, '--kind', kind, '--kvk', kvk);
    const email = `owner@${slug}.example`;
    const { password } = await this.verb<{ password: string }>('members', 'add', '--tenant', slug, '--email', email, '--name', 'Ilse Eigenaar', '--role', 'owner');
    return { email, password };
  }

  /** Records a list of the fixtures, as its owner would at the terminal; gives the import that it became. */
  async record(tenant: string, file: string, ...more: readonly string[]): Promise<string> {
    const { importId } = await this.verb<{ importId: string }>('import', join(FIXTURES, file), '--tenant', tenant, '--apply', ...more);
    return importId;
  }

  /** Stops all of it and leaves no file behind. */
  async stop(): Promise<void> {
    const ended = endOf(this.launcher);
    this.launcher.kill('SIGTERM');
    await ended;
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function spawnProduct(dataDir: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): ChildProcess {
  const { NODE_OPTIONS: _forJest, DATABASE_URL: _other, ...inherited } = process.env;
  return spawn(process.execPath, [BIN, ...args], { env: { ...inherited, NODE_ENV: 'production', DATA_DIR: dataDir, PORT: '0', ...more }, stdio: ['ignore', 'pipe', 'pipe'] });
}

function saidBy(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return () => text;
}

function endOf(child: ChildProcess): Promise<number | string | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode ?? child.signalCode);
  return new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal)));
}
