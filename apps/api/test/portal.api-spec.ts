import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { servePortal } from '../src/serve-portal.js';

@Module({})
class Nothing {}

let folder: string;
let app: NestExpressApplication;
let url: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portal-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Portaal</title>');
  writeFileSync(join(folder, 'assets', 'main-abc123.js'), 'export {};');
  app = await NestFactory.create<NestExpressApplication>(Nothing, { logger: false });
  servePortal(app, folder);
  await app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const open = (path: string, accept = 'text/html'): Promise<Response> => fetch(`${url}${path}`, { headers: { accept } });

describe('the portal', () => {
  it.each(['/', '/inloggen', '/noorderlicht/o/90000123/toegang?status=lapsed'])('is the page at %s, asked for each time', async (path) => {
    const response = await open(path);
    expect([response.status, await response.text(), response.headers.get('cache-control')]).toEqual([200, expect.stringContaining('Portaal'), 'no-cache']);
  });

  it('keeps its assets for a year, and has none that are not there', async () => {
    expect((await open('/assets/main-abc123.js', '*/*')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await open('/assets/old-000.js')).status).toBe(404);
  });

  it.each(['/graphql', '/health/live', '/session', '/imports/x', '/reports/review-rounds/x', '/operator'])('is not the answer at %s', async (path) => {
    expect((await open(path)).status).toBe(404);
  });

  it('is no answer to a program, and shows no file outside its folder', async () => {
    expect((await open('/noorderlicht/vandaag', 'application/json')).status).toBe(404);
    expect(await (await open('/%2e%2e/%2e%2e/etc/passwd')).text()).not.toContain('root:');
  });
});
