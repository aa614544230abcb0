// Every link and every file that the documentation names exists, and so does every npm script.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { filesOf } from './files.mjs';

const LINK = /\[[^\]]*\]\(([^)\s]+)\)/g;
const CODE = /`([^`\n]+)`/g;
const FENCE = /^```[\s\S]*?^```/gm;
const NAMED_PATH = /^(?:\.\/)?((?:apps|libs|tools|docs|infra|bench|\.ci)\/[\w./@*-]+?)[.,:;)]*$/;
const NPM_SCRIPT = /npm run (?:-[\w-]+ )*(\w[\w:-]*)/g;
/** Made by a build or by the product as it runs. */
const MADE_LATER = /(^|\/)(dist|generated|\.data)(\/|$)/;

const slugOf = (heading) => heading.trim().toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
const anchorsOf = (text) => [...text.replace(FENCE, '').matchAll(/^#{1,6}\s+(.*)$/gm)].map(([, heading]) => slugOf(heading));

function linkFault(root, file, target) {
  if (/^[a-z]+:/.test(target)) return null;
  const [path, anchor] = target.split('#');
  const linked = path === '' ? file : normalize(join(dirname(file), decodeURIComponent(path)));
  if (!existsSync(join(root, linked))) return `links to ${target}, which does not exist`;
  if (anchor === undefined || !linked.endsWith('.md')) return null;
  return anchorsOf(readFileSync(join(root, linked), 'utf8')).includes(anchor) ? null : `links to ${target}, a heading that does not exist`;
}

/** The paths named in code; of one with a star or an open end, the part before it. */
function pathsNamed(text) {
  const words = [...text.matchAll(CODE)].flatMap(([, code]) => code.split(/\s+/));
  const paths = words.map((word) => NAMED_PATH.exec(word)?.[1]).filter((path) => path !== undefined && !MADE_LATER.test(path));
  return [...new Set(paths.map((path) => (path.includes('*') ? dirname(path.slice(0, path.indexOf('*') + 1)) : path)))];
}

function faultsOf(root, file, scripts) {
  const text = readFileSync(join(root, file), 'utf8');
  const links = [...text.replace(FENCE, '').matchAll(LINK)].map(([, target]) => linkFault(root, file, target));
  const paths = pathsNamed(text.replace(FENCE, '')).filter((path) => !existsSync(join(root, path)));
  const missing = [...text.matchAll(NPM_SCRIPT)].map(([, name]) => name).filter((name) => !scripts.includes(name));
  return [...links.filter((fault) => fault !== null), ...paths.map((path) => `names ${path}, which does not exist`), ...missing.map((name) => `names the npm script ${name}, which does not exist`)];
}

/** One line for each dead link, missing file and missing script. */
export function docsLinkFaults(root) {
  const scripts = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts ?? {});
  return filesOf(root)
    .filter((path) => path.endsWith('.md') && existsSync(join(root, path)))
    .flatMap((file) => faultsOf(root, file, scripts).map((fault) => `${file} ${fault}`));
}
