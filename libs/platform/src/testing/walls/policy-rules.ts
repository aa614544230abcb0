import { type Catalogue, type CataloguePolicy, clientColumnOf, isTenantTable } from './catalogue.js';
import type { Finding, WallRule } from './finding.js';

const finding = ({ table, policy }: CataloguePolicy, rule: WallRule, detail: string): Finding => ({ table, rule, object: `${table}.${policy}`, detail });

/** The expressions by which a policy lets rows through; a command has one or both. */
function expressionsOf({ using, check }: CataloguePolicy): readonly string[] {
  return [using, check].filter((expression) => expression !== null);
}

const writes = ({ command }: CataloguePolicy): boolean => command === '*' || command === 'a' || command === 'w';

/** Permissive policies are joined by OR: each one alone must hold the walls. */
function onePolicy(catalogue: Catalogue, policy: CataloguePolicy): Finding[] {
  const found: Finding[] = [];
  const expressions = expressionsOf(policy);
  const lacks = (part: string): boolean => expressions.some((expression) => !expression.includes(part));
  if (lacks('current_setting(')) found.push(finding(policy, 'policy-open', `lets every row through: ${expressions.join(' / ')}`));
  if (writes(policy) && policy.check === null) found.push(finding(policy, 'with-check', 'has no WITH CHECK'));
  if (isTenantTable(catalogue, policy.table) && lacks(`current_setting('app.tenant_id'`)) {
    found.push(finding(policy, 'policy-tenant', 'does not ask for the tenant'));
  }
  if (clientColumnOf(catalogue, policy.table) !== null && lacks(`current_setting('app.client_ids'`)) {
    found.push(finding(policy, 'policy-client', 'does not ask for the clients in scope'));
  }
  return found;
}

export const policyRules = [
  (catalogue: Catalogue): Finding[] => catalogue.policies.filter(({ isPermissive }) => isPermissive).flatMap((policy) => onePolicy(catalogue, policy)),
];
