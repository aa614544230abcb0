import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const INFRA = fileURLToPath(new URL('../../../infra/nginx/', import.meta.url));

/** A name server that knows one name, `api`, and says what it is told to: docker's own, as far as the proxy needs it. */
export interface NameServer {
  readonly port: number;
  /** Where `api` is from now on. */
  say(address: string): void;
  close(): void;
}

const HEADER_BYTES = 12;
const QUESTION_END_BYTES = 5;

function answerTo(question: Buffer, address: string): Buffer {
  const end = question.indexOf(0, HEADER_BYTES) + QUESTION_END_BYTES;
  const header = Buffer.from(question.subarray(0, HEADER_BYTES));
  header.writeUInt16BE(0x8180, 2);
  header.writeUInt16BE(1, 6);
  header.writeUInt32BE(0, 8);
  const record = Buffer.from([0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, ...address.split('.').map(Number)]);
  return Buffer.concat([header, question.subarray(HEADER_BYTES, end), record]);
}

export async function startNameServer(first: string): Promise<NameServer> {
  let address = first;
  const socket = createSocket('udp4');
  socket.on('message', (question, from) => socket.send(answerTo(question, address), from.port, from.address));
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return { port: socket.address().port, say: (next) => void (address = next), close: () => void socket.close() };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

export interface Proxy {
  readonly url: string;
  /** What it says of its own configuration. */
  readonly tested: string;
  stop(): Promise<void>;
}

export interface ProxyParts {
  readonly program: string;
  readonly front: 'no-front' | 'behind-tls';
  readonly nameServer: NameServer;
  readonly apiPort: number;
}

/** The very file of the container, with its name server, its port and the API's as they are on this machine. */
function siteOf({ front, nameServer, apiPort }: ProxyParts, port: number): string {
  const here: readonly (readonly [string, string])[] = [
    ['resolver 127.0.0.11', `resolver 127.0.0.1:${nameServer.port}`],
    ['include /etc/nginx/front.conf', `include ${join(INFRA, `${front}.conf`)}`],
    ['listen 8080', `listen 127.0.0.1:${port}`],
    ['http://api:3000', `http://api:${apiPort}`],
  ];
  return here.reduce((text, [there, local]) => {
    if (text.split(there).length !== 2) throw new Error(`portal.conf does not say once: ${there}`);
    return text.replace(there, local);
  }, readFileSync(join(INFRA, 'portal.conf'), 'utf8'));
}

/** What the image adds around it: no user of its own, all that is written beside the temporary files. */
const mainOf = (folder: string): string => `
pid ${folder}/nginx.pid;
error_log ${folder}/error.log notice;
events {}
http {
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  access_log off;
  include ${folder}/site.conf;
}`;

async function untilItAnswers(url: string, folder: string, child: ChildProcess): Promise<void> {
  while (!(await fetch(`${url}/health/live`).then(() => true, () => false))) {
    if (child.exitCode !== null) throw new Error(readFileSync(join(folder, 'error.log'), 'utf8'));
  }
}

/** Starts nginx with the configuration of the containers before an API on this machine. */
export async function startProxy(parts: ProxyParts): Promise<Proxy> {
  const folder = mkdtempSync(join(tmpdir(), 'ketenregie-nginx-'));
  const port = await freePort();
  writeFileSync(join(folder, 'site.conf'), siteOf(parts, port));
  writeFileSync(join(folder, 'nginx.conf'), mainOf(folder));
  const args = ['-e', join(folder, 'error.log'), '-p', folder, '-c', join(folder, 'nginx.conf')];
  const tested = spawnSync(parts.program, [...args, '-t'], { encoding: 'utf8' }).stderr;
  const child = spawn(parts.program, [...args, '-g', 'daemon off; master_process off;'], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const url = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  await untilItAnswers(url, folder, child);
  return { url, tested, stop };
}
