// Makes the file set of the image where there is no docker: `node tools/deploy/make-image-tree.mjs FOLDER`. What git knows and .dockerignore lets through is
// laid there, the RUN lines of the build stage are run in it, and what the last stage copies stands afterwards in FOLDER/app, made unwritable.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { instructionsOf, isIgnored, stagesOf } from './docker-file.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The files of the checkout that docker would be sent: those that git knows, as on a clean clone, without what is ignored. */
export function contextFiles(from) {
  const { stdout, status } = spawnSync('git', ['ls-files', '-z'], { cwd: from, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error('The image is made of what git knows, and this is no checkout.');
  const ignore = readFileSync(join(from, '.dockerignore'), 'utf8');
  return stdout.split('\0').filter((path) => path !== '' && !isIgnored(ignore, path) && existsSync(join(from, path)));
}

const variablesOf = (steps) => Object.fromEntries(steps.filter(({ word }) => word === 'ENV').flatMap(({ rest }) => rest.split(/\s+/).map((pair) => pair.split('='))));

/** Runs the lines of the build stage. Nothing of this machine's settings reaches them but where programs, packages and the home folder are. */
function build({ steps }, folder) {
  const { PATH, HOME } = process.env;
  const npm = Object.fromEntries(Object.entries(process.env).filter(([name]) => /^npm_config_(registry|cache)$/i.test(name)));
  for (const { word, rest } of steps) {
    if (word !== 'RUN') continue;
    const { status } = spawnSync('sh', ['-c', rest], { cwd: folder, env: { PATH, HOME, ...npm, ...variablesOf(steps) }, stdio: ['ignore', process.stderr, process.stderr] });
    if (status !== 0) throw new Error(`This line of the Dockerfile failed: RUN ${rest}`);
  }
}

/** What `COPY --from=build` brings, and nothing else. */
function copyOut({ steps }, from, to) {
  for (const { word, rest } of steps) {
    const [, source, target] = (word === 'COPY' && /^--from=build \/src\/(\S+) \.\/(\S*)$/.exec(rest)) || [];
    if (source !== undefined) cpSync(join(from, source), join(to, target || source), { recursive: true, verbatimSymlinks: true });
  }
}

function makeUnwritable(path) {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  if (found.isDirectory()) for (const name of readdirSync(path)) makeUnwritable(join(path, name));
  chmodSync(path, found.mode & 0o555);
}

/** Makes the tree in a new folder; answers where /app of the image stands in it. */
export function makeImageTree(folder, from = root) {
  const [source, app] = [join(folder, 'src'), join(folder, 'app')];
  mkdirSync(folder, { recursive: true });
  if (existsSync(source) || existsSync(app)) throw new Error(`${folder} holds an image already.`);
  for (const path of contextFiles(from)) cpSync(join(from, path), join(source, path));
  const stages = stagesOf(instructionsOf(readFileSync(join(from, 'infra/Dockerfile'), 'utf8')));
  build(stages[0], source);
  mkdirSync(app);
  copyOut(stages.at(-1), source, app);
  rmSync(source, { recursive: true });
  makeUnwritable(app);
  return app;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new Error('Usage: node tools/deploy/make-image-tree.mjs FOLDER');
  console.log(makeImageTree(folder));
}
