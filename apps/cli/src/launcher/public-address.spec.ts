import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@ketenregie/platform/config';
import { addressForLinks, publicAddress, rememberAddress } from './public-address.js';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'ketenregie-address-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const links = (environment: Record<string, string>): string => addressForLinks(readConfig({ DATA_DIR: dataDir, ...environment }), environment);

describe('where links of a mail lead', () => {
  it('is PUBLIC_URL, else where the product of the data folder serves or last served, else where it would', () => {
    expect(links({})).toBe('http://127.0.0.1:3000');
    expect(links({ PORT: '4000' })).toBe('http://127.0.0.1:4000');
    rememberAddress(dataDir, 'http://127.0.0.1:45123');
    expect([links({}), links({ PORT: '0' }), links({ PORT: '4000' })]).toEqual(Array.from({ length: 3 }, () => 'http://127.0.0.1:45123'));
    expect(links({ PUBLIC_URL: 'https://k.example/' })).toBe('https://k.example');
  });

  it('is refused where nobody can know it', () => {
    expect(() => links({ PORT: '0' })).toThrow('PUBLIC_URL: is not set');
    expect(links({ PORT: '0', PUBLIC_URL: 'https://k.example' })).toBe('https://k.example');
  });

  it('is remembered as the services are told it', () => {
    const config = readConfig({});
    expect([publicAddress(config, {}, 4100), publicAddress(config, { PUBLIC_URL: ' https://k.example ' }, 4100), publicAddress(config, { PUBLIC_URL: ' ' }, 4100)]).toEqual(['http://127.0.0.1:4100', 'https://k.example', 'http://127.0.0.1:4100']);
  });
});
