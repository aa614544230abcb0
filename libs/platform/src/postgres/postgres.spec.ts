import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkLibraries } from './binaries.js';
import { embeddedUrl } from './connection.js';
import { findRunningPostgres } from './embedded-postgres.js';
import { withLockFile } from './lock-file.js';
import { hasEndedWithin, isAlive, isStillThere, ownMark } from './machine-process.js';
import { adoptOrClear, parsePidFile } from './running-server.js';
import { findSecret, readOrCreateSecret } from './secrets.js';

const folder = mkdtempSync(join(tmpdir(), 'ketenregie-spec-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const numberOfTheDead = async (): Promise<number> => {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid ?? 0;
};

describe('a secret', () => {
  it('is made once, strong, and readable by us alone', () => {
    expect(findSecret(folder, 'database-app')).toBeNull();
    const secret = readOrCreateSecret(folder, 'database-app');
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect([readOrCreateSecret(folder, 'database-app'), findSecret(folder, 'database-app')]).toEqual([secret, secret]);
    expect([statSync(join(folder, 'secrets')).mode & 0o777, statSync(join(folder, 'secrets', 'database-app')).mode & 0o777]).toEqual([0o700, 0o600]);
    expect(readdirSync(join(folder, 'secrets'))).toEqual(['database-app']);
  });

  it('is another for each role', () => {
    expect(readOrCreateSecret(folder, 'database-queue')).not.toBe(readOrCreateSecret(folder, 'database-owner'));
  });
});

describe('the links between libraries', () => {
  const links = [{ source: 'native/lib/libx.so.6.18', target: 'native/lib/libx.so.6' }];
  const packageFolder = join(folder, 'package');
  mkdirSync(join(packageFolder, 'native/lib'), { recursive: true });
  writeFileSync(join(packageFolder, 'native/pg-symlinks.json'), JSON.stringify(links));

  it('are made, and left alone where they stand', () => {
    linkLibraries(packageFolder);
    linkLibraries(packageFolder);
    const path = join(packageFolder, 'native/lib/libx.so.6');
    expect([lstatSync(path).isSymbolicLink(), readlinkSync(path)]).toEqual([true, 'libx.so.6.18']);
  });

  it('are not missed where the package has no list', () => {
    expect(() => linkLibraries(join(folder, 'secrets'))).not.toThrow();
  });
});

describe('the pid file of a server', () => {
  it.each([
    ['whole', '812\n/data/postgres\n1790000000\n5433\n\n127.0.0.1\n', { pid: 812, port: 5433 }],
    ['half written', '812\n/data', null],
    ['of a server without a port yet', '812\n/data/postgres\n1790000000\n0\n', null],
    ['of something else', 'hello\nyou\nthere\nnow\n', null],
    ['empty', '', null],
  ])('is read when %s', (_name, text, expected) => {
    expect(parsePidFile(text)).toEqual(expected);
  });

  it('is removed when its number belongs to a stranger now', async () => {
    const dataDir = mkdtempSync(join(folder, 'stranger-'));
    mkdirSync(join(dataDir, 'postgres'));
    const file = join(dataDir, 'postgres', 'postmaster.pid');
    writeFileSync(file, `${process.pid}\n${dataDir}/postgres\n1\n5433\n\n127.0.0.1\n`);
    expect(await adoptOrClear(dataDir)).toBeNull();
    expect(() => readFileSync(file)).toThrow('ENOENT');
  });

  it('stays where its process is gone: the server itself clears that up', async () => {
    const dataDir = mkdtempSync(join(folder, 'dead-'));
    mkdirSync(join(dataDir, 'postgres'));
    const file = join(dataDir, 'postgres', 'postmaster.pid');
    writeFileSync(file, `${await numberOfTheDead()}\n${dataDir}/postgres\n1\n5433\n\n127.0.0.1\n`);
    expect([await adoptOrClear(dataDir), await findRunningPostgres(dataDir)]).toEqual([null, null]);
    expect(readFileSync(file, 'utf8')).toContain('5433');
  });
});

describe('another process', () => {
  it('is known again by its mark', async () => {
    expect([isStillThere(ownMark()), isStillThere({ ...ownMark(), commandLine: 'another program' })]).toEqual([true, false]);
    const gone = await numberOfTheDead();
    expect([isAlive(gone), isStillThere({ ...ownMark(), pid: gone }), isStillThere({ ...ownMark(), pid: 0 })]).toEqual([false, false, false]);
    expect([await hasEndedWithin(gone, 0), await hasEndedWithin(process.pid, 20)]).toEqual([true, false]);
  });
});

describe('a lock file', () => {
  const path = join(folder, 'a.lock');

  it('lets one in at a time', async () => {
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, (inside += 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withLockFile(path, 5000, work)));
    expect([most, readdirSync(folder).filter((name) => name.startsWith('a.lock'))]).toEqual([1, []]);
  });

  it('is taken over from a process that is gone, and from one before us with our number', async () => {
    for (const mark of [{ ...ownMark(), pid: await numberOfTheDead() }, ownMark()]) {
      writeFileSync(path, JSON.stringify(mark));
      expect(await withLockFile(path, 5000, () => Promise.resolve('in'))).toBe('in');
    }
  });

  it('is given up after the time allowed, and freed when the work fails', async () => {
    await withLockFile(path, 100, async () => {
      await expect(withLockFile(path, 100, () => Promise.resolve())).rejects.toThrow('a.lock');
    });
    await expect(withLockFile(path, 100, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    await withLockFile(path, 100, () => Promise.resolve());
  });
});

it('writes an address whatever the password', () => {
  expect(new URL(embeddedUrl({ role: 'r', password: 'a/b@c:d', database: 'x', port: 1 })).password).toBe('a%2Fb%40c%3Ad');
});
