// docker-compose.yml as docker reads it: anchors merged, variables filled in, held to the form of compose files and to rules of our own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';

/** Fills in `${NAME}`, `${NAME:-default}` and `${NAME:?why}` as docker does. Throws where one that must be set is not. */
export function interpolate(text, environment) {
  const valueOf = (expression) => {
    const [, name, operator, rest = ''] = /^([A-Z_][A-Z0-9_]*)(:-|:\?)?(.*)$/.exec(expression) ?? [];
    if (name === undefined) throw new Error(`\${${expression}} is no variable`);
    if (environment[name]) return environment[name];
    if (operator === ':?') throw new Error(`${name} is not set: ${rest}`);
    return operator === ':-' ? rest : '';
  };
  return text.replace(/\$\$|\$\{([^}]*)\}/g, (whole, expression) => (whole === '$$' ? '$' : valueOf(expression)));
}

/** The compose file as data. */
export function readCompose(root, environment) {
  const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
  const withoutComments = text.split('\n').filter((line) => !/^\s*#/.test(line)).join('\n');
  return parse(interpolate(withoutComments, environment), { merge: true });
}

/** What the schema of the Compose Specification says against it. */
export function schemaFaults(root, compose) {
  const { $schema: _newerThanAjv, ...schema } = JSON.parse(readFileSync(join(root, 'infra/compose-spec/compose-spec.json'), 'utf8'));
  const ajv = new Ajv({ schemaId: 'auto', unknownFormats: ['duration', 'expose', 'ports', 'subnet_ip_address'], logger: false });
  const isValid = ajv.compile(schema);
  return isValid(compose) ? [] : (isValid.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message}`);
}

const OURS = (service) => String(service.image).startsWith('ketenregie:');

const RULES = [
  ['is reached from other machines', ({ ports = [] }) => ports.some((port) => !String(port).startsWith('127.0.0.1:'))],
  ['names no exact line of its image', ({ image }) => !/:[^:]*\d/.test(image) || image.endsWith(':latest')],
  ['is privileged', ({ privileged, network_mode: mode, pid }) => privileged === true || mode === 'host' || pid === 'host'],
  ['runs our code with more than it needs', (service) => OURS(service) && !(service.read_only === true && service.cap_drop?.includes('ALL') && service.security_opt?.includes('no-new-privileges:true'))],
  ['has no restart policy', ({ restart }) => restart === undefined],
  ['is no production', (service) => OURS(service) && service.environment?.NODE_ENV !== 'production'],
  ['knows the owner and serves', (service, name) => OURS(service) && service.environment?.DATABASE_URL !== undefined && !['migrate', 'cli'].includes(name)],
  ['has a clock of its own', ({ environment = {} }) => environment.CLOCK !== undefined || environment.DEMO === '1'],
  ['mounts the docker socket', ({ volumes = [] }) => volumes.some((volume) => String(volume).includes('docker.sock'))],
];

/** What our own rules say against it: one line a fault. */
export function ruleFaults(compose) {
  const faults = [];
  const services = Object.entries(compose.services);
  for (const [name, service] of services) for (const [fault, isBroken] of RULES) if (isBroken(service, name)) faults.push(`${name} ${fault}`);
  for (const [name, { depends_on: needs = {} }] of services) {
    for (const [other, { condition }] of Object.entries(needs)) {
      const target = compose.services[other];
      if (target === undefined) faults.push(`${name} waits for ${other}, which is not there`);
      else if (condition === 'service_healthy' && target.healthcheck === undefined) faults.push(`${name} waits for the health of ${other}, which has no check`);
    }
  }
  const volumes = services.flatMap(([, { volumes: used = [] }]) => used.map((volume) => String(volume).split(':')[0])).filter((volume) => /^[a-z]/.test(volume));
  for (const volume of volumes) if (!(volume in compose.volumes)) faults.push(`the volume ${volume} is not declared`);
  for (const volume of Object.keys(compose.volumes)) if (!volumes.includes(volume)) faults.push(`the volume ${volume} is used by nobody`);
  return faults;
}
