import { createServer, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { isId } from '@ketenregie/kernel';
import { type Log, silentLog } from '../logging/index.js';
import { requestId, requestIdOf } from './request-id.js';
import { requestLog } from './request-log.js';
import { type Middleware, securityHeaders } from './security-headers.js';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

async function ask(middlewares: readonly Middleware[], path = '/', headers: Record<string, string> = {}): Promise<{ answer: Response; request: IncomingMessage }> {
  let seen: IncomingMessage | undefined;
  const server = createServer((request, response) => {
    seen = request;
    const run = ([first, ...rest]: readonly Middleware[]): void => (first ? first(request, response, () => run(rest)) : void response.end('ok'));
    run(middlewares);
  });
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers });
  await answer.text();
  if (seen === undefined) throw new Error('no request came');
  return { answer, request: seen };
}

describe('security headers', () => {
  it('stand on every answer', async () => {
    const { answer } = await ask([securityHeaders({ publicUrl: 'http://127.0.0.1:3000' })]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin' });
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(answer.headers.get('content-security-policy')).not.toMatch(/unsafe|\*/);
  });

  it('ask for strict transport on https alone', async () => {
    expect((await ask([securityHeaders({ publicUrl: 'https://k.example' })])).answer.headers.get('strict-transport-security')).toContain('max-age=31536000');
    expect((await ask([securityHeaders({ publicUrl: 'http://k.example' })])).answer.headers.has('strict-transport-security')).toBe(false);
  });
});

describe('the id of a request', () => {
  it('is made and told', async () => {
    const { answer, request } = await ask([requestId]);
    expect(isId(requestIdOf(request))).toBe(true);
    expect(answer.headers.get('x-request-id')).toBe(requestIdOf(request));
  });

  it('is a proxy\'s if it is a uuid, and ours if it is free text', async () => {
    const sent = '0199f3a0-0000-7000-8000-000000000001';
    expect(requestIdOf((await ask([requestId], '/', { 'x-request-id': sent })).request)).toBe(sent);
    expect(isId(requestIdOf((await ask([requestId], '/', { 'x-request-id': 'jan@vries.example' })).request))).toBe(true);
  });
});

describe('the log of requests', () => {
  it('has a line per answer without its path, and none for health', async () => {
    const lines: unknown[] = [];
    const log: Log = { ...silentLog, info: (event, fields) => void lines.push([event, fields]) };
    const { request } = await ask([requestId, requestLog(log)], '/de-vries?email=jan@vries.example');
    await ask([requestId, requestLog(log)], '/health/ready');
    expect(lines).toEqual([['request.answered', { requestId: requestIdOf(request), method: 'GET', status: 200, ms: expect.any(Number) }]]);
    expect(JSON.stringify(lines)).not.toMatch(/vries/);
  });
});
