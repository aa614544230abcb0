// A real browser from npm alone. `@sparticuz/chromium` leaves libnss3 and its kin out of the binary; they lie in the same package.
import { createReadStream, existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { execFileSync } from 'node:child_process';
import { pipeline } from 'node:stream/promises';
import { createWriteStream } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

// The package's own default arguments hang on a second context; these do not.
const ARGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

async function libraries() {
  const folder = join(tmpdir(), 'ketenregie-chromium-libraries');
  if (!existsSync(join(folder, 'al2023', 'lib'))) {
    mkdirSync(folder, { recursive: true });
    const bin = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', '..', 'bin');
    const tar = join(folder, 'al2023.tar');
    await pipeline(createReadStream(join(bin, 'al2023.tar.br')), createBrotliDecompress(), createWriteStream(tar));
    mkdirSync(join(folder, 'al2023'), { recursive: true });
    execFileSync('tar', ['-xf', tar, '-C', join(folder, 'al2023')]);
  }
  return join(folder, 'al2023', 'lib');
}

/** Starts the browser; CHROMIUM_PATH names another one. */
export async function launchBrowser() {
  const own = process.env.CHROMIUM_PATH;
  if (own !== undefined) return chromium.launch({ executablePath: own, args: ARGS });
  const path = [await libraries(), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args: ARGS, env: { ...process.env, LD_LIBRARY_PATH: path } });
}
