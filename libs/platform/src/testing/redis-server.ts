import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Redis of one spec file. It keeps nothing on disk: killed and started again it is empty, as a cache is. */
export interface RedisServer {
  readonly url: string;
  /** Ends it as a power cut would; all it held is gone. */
  kill(): Promise<void>;
  /** Starts it again at the same address, empty. */
  start(): Promise<void>;
  /** Stops it and deletes its folder. */
  stop(): Promise<void>;
}

const OPTIONS = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--loglevel', 'notice', '--maxmemory-policy', 'noeviction'];

/** The shell ends the server when our end of its input closes, so that a spec that is killed leaves none behind. */
const WITH_ITS_PARENT = '"$@" & server=$!; { read -r _ <&3; kill -9 $server; } & wait $server';

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function readinessOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Ready to accept connections')) resolve();
    });
    child.once('close', () => reject(new Error(`redis-server did not start: ${said}`)));
    child.once('error', reject);
  });
}

/** Starts `redis-server` of that path on a free port of its own, in a folder that goes with it. */
export async function startRedisServer(program: string): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'ketenregie-redis-'));
  const port = await freePort();
  let child: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    child = spawn('sh', ['-c', WITH_ITS_PARENT, 'sh', program, '--port', String(port), '--dir', folder, ...OPTIONS], { stdio: ['ignore', 'pipe', 'ignore', 'pipe'] });
    await readinessOf(child);
  };
  const kill = async (): Promise<void> => {
    const dying = child;
    child = null;
    if (dying === null) return;
    const ended = new Promise((resolve) => dying.once('close', resolve));
    dying.stdio[3]?.destroy();
    await ended;
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    start,
    stop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
