import type { Catalogue, CatalogueRole } from './catalogue.js';
import type { Finding, WallRule } from './finding.js';

const elsewhere = (name: string, rule: WallRule, detail: string): Finding => ({ table: '', rule, object: name, detail });

function views({ views: all, definerFunctions }: Catalogue): Finding[] {
  return [
    ...all.filter(({ isMaterialised }) => isMaterialised).map(({ view }) => elsewhere(view, 'materialised-view', 'keeps rows outside row-level security')),
    ...all.filter(({ isMaterialised, isInvoker }) => !isMaterialised && !isInvoker).map(({ view }) => elsewhere(view, 'view-invoker', 'reads as its owner: security_invoker is off')),
    ...definerFunctions.map(({ name }) => elsewhere(name, 'definer-function', 'runs as its owner')),
  ];
}

function oneRole({ role, powers, owns, mayCreateIn }: CatalogueRole): Finding[] {
  return [
    ...powers.map((power) => elsewhere(role, 'role', power)),
    ...owns.map((name) => elsewhere(role, 'role-owns', `owns ${name}`)),
    ...mayCreateIn.map((place) => elsewhere(role, 'role-create', `may create in ${place}`)),
  ];
}

function roles({ roles: all }: Catalogue): Finding[] {
  const missing = ['ketenregie_app', 'ketenregie_queue'].filter((name) => !all.some(({ role }) => role === name));
  return [...missing.map((name) => elsewhere(name, 'role', 'does not exist')), ...all.flatMap(oneRole)];
}

export const roleRules = [views, roles];
