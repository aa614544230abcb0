// A real browser from npm alone: nothing is downloaded and nothing installed on the machine. `@sparticuz/chromium` leaves libnss3 and its
// kin out of the binary; they lie in the same package, as do fonts for a machine that has none.
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium } from 'playwright-core';

// The package's own default arguments hang on a second context; these do not.
const ARGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];
const PACKED = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', '..');

const inflate = (name, file, mode) => pipeline(createReadStream(join(PACKED, 'bin', name)), createBrotliDecompress({ chunkSize: 2 ** 21 }), createWriteStream(file, { mode }));

async function inflateFolder(name, folder) {
  mkdirSync(folder, { recursive: true });
  await inflate(name, `${folder}.tar`, 0o600);
  execFileSync('tar', ['--no-same-owner', '-xf', `${folder}.tar`, '-C', folder]);
  rmSync(`${folder}.tar`);
}

/** Moves a finished folder to its place at once: whoever looks finds all of it or nothing. Another one may have been first. */
function moveIntoPlace(made, folder) {
  try {
    renameSync(made, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(made, { recursive: true, force: true });
  }
}

/** Unpacks the browser beside the other temporary files, once per version, and gives its folder. */
export async function unpackBrowser() {
  const { version } = JSON.parse(readFileSync(join(PACKED, 'package.json'), 'utf8'));
  const folder = join(tmpdir(), `ketenregie-chromium-${version}`);
  if (existsSync(folder) || process.env.CHROMIUM_PATH !== undefined) return folder;
  const made = mkdtempSync(`${folder}-`);
  await Promise.all([inflate('chromium.br', join(made, 'chromium'), 0o700), inflateFolder('al2023.tar.br', join(made, 'libraries')), inflateFolder('fonts.tar.br', join(made, 'fonts'))]);
  // Its own list names folders of another machine.
  writeFileSync(join(made, 'fonts', 'fonts.conf'), `<?xml version="1.0"?><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`);
  moveIntoPlace(made, folder);
  return folder;
}

/** What the browser finds its libraries and fonts by. */
function environmentOf(folder) {
  const libraries = [join(folder, 'libraries', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const { NODE_OPTIONS: _forNode, ...inherited } = process.env;
  return { ...inherited, LD_LIBRARY_PATH: libraries, ...(existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }) };
}

/** Starts the browser; CHROMIUM_PATH names another one, which any system but Linux on x64 needs. */
export async function launchBrowser() {
  const own = process.env.CHROMIUM_PATH;
  if (own !== undefined) return chromium.launch({ executablePath: own, args: ARGS });
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('The browser that npm installs is for Linux on x64. Set CHROMIUM_PATH to the program of Chrome or Chromium.');
  const folder = await unpackBrowser();
  return chromium.launch({ executablePath: join(folder, 'chromium'), args: ARGS, env: environmentOf(folder) });
}
