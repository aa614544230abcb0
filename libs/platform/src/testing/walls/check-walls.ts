import type { Reader } from '../../db/index.js';
import { readCatalogue } from './catalogue.js';
import { WALL_EXCEPTIONS, type WallException } from './exceptions.js';
import type { Finding } from './finding.js';
import { foreignKeyRules } from './foreign-key-rules.js';
import { policyRules } from './policy-rules.js';
import { roleRules } from './role-rules.js';
import { tableRules } from './table-rules.js';

/**
 * Reads the catalogue of a migrated database and returns where it breaks the rules of the walls (decisions 0001 to 0005), less the
 * exceptions that are named with their reason. An exception that excuses nothing is returned as a finding too: it would hide the next fault.
 */
export async function checkWalls(reader: Reader, exceptions: readonly WallException[] = WALL_EXCEPTIONS): Promise<Finding[]> {
  const catalogue = await readCatalogue(reader);
  const all = [...tableRules, ...foreignKeyRules, ...policyRules, ...roleRules].flatMap((rule) => rule(catalogue));
  const excuses = (exception: WallException, finding: Finding): boolean => exception.object === finding.object && exception.rules.includes(finding.rule);
  const stale = exceptions.flatMap(({ object, rules, reason }) =>
    rules
      .filter((rule) => !all.some((finding) => excuses({ object, rules: [rule], reason }, finding)))
      .map((rule): Finding => ({ table: object, rule: 'stale-exception', object, detail: `excuses no ${rule}: ${reason}` })),
  );
  return [...all.filter((finding) => !exceptions.some((exception) => excuses(exception, finding))), ...stale];
}
