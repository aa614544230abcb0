import { readFileSync } from 'node:fs';
import { ACTIONS, ROLES, ROLE_ACTIONS, isAction, isInternalRole, isRole, mayDo } from './index.js';

describe('the role x action table', () => {
  it.each([
    ['an owner applies an import', ['owner'], 'import.apply', true],
    ['an assistant prepares an import', ['assistant'], 'import.stage', true],
    ['an assistant does not decide', ['assistant'], 'authorisation.decide', false],
    ['an auditor sees the log', ['auditor'], 'log.see', true],
    ['an auditor changes nothing', ['auditor'], 'person.change', false],
    ['a client contact sees no staff', ['client-contact'], 'person.see', false],
    ['an employee does not ask about others', ['employee'], 'access.ask', false],
    ['two roles allow what either allows', ['employee', 'adviser'], 'authorisation.decide', true],
    ['no role allows nothing', [], 'tenant.see', false],
  ] as const)('%s', (_, roles, action, expected) => {
    expect(mayDo(roles, action)).toBe(expected);
  });

  it('gives an auditor no action that changes anything', () => {
    const changing = ACTIONS.filter((action) => !/\.(see|ask|make)$/.test(action));
    expect(changing.filter((action) => mayDo(['auditor'], action))).toEqual([]);
  });

  it('knows its own words and no others', () => {
    expect(ACTIONS.every(isAction)).toBe(true);
    expect(isAction('company.destroy')).toBe(false);
    expect(isRole('owner')).toBe(true);
    expect(isRole('root')).toBe(false);
    expect(ROLES.filter((role) => !isInternalRole(role))).toEqual(['client-contact']);
  });

  it('stands in docs/roles.md exactly as it is', () => {
    const page = readFileSync(new URL('../../../../docs/roles.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| `([a-z.-]+)` \|(.+)\|$/gm)].map(([, action, cells]) => [action, (cells ?? '').split('|').map((cell) => cell.trim() === 'x')]);
    const expected = ACTIONS.map((action) => [action, ROLES.map((role) => (ROLE_ACTIONS[action] as readonly string[]).includes(role))]);
    expect(rows).toEqual(expected);
  });
});
