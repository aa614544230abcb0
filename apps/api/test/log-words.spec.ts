import { CHANGE_STATES, EVIDENCE_CLASSES, RIGHT_SCOPES, RIGHT_STATES, UNTIL_PRECISIONS } from '@ketenregie/authorisations-domain';
import { LANGUAGES, findMessage, messagesOf } from '@ketenregie/messages';
import { FREQUENCIES } from '@ketenregie/notices-domain';
import { EVENT_KINDS, type LoggedValue } from '@ketenregie/platform/db';
import { DECISIONS } from '@ketenregie/reviews-domain';
import { ROLES } from '@ketenregie/tenants-domain';
import { LOG_CHOICES } from '@ketenregie/tenants-server';

/** The values of every closed set that the log can hold. */
const VALUES: { readonly [Choice in keyof typeof LOG_CHOICES]: readonly string[] } = {
  'right-state': RIGHT_STATES, 'right-scope': RIGHT_SCOPES, 'precision': UNTIL_PRECISIONS, 'change-state': CHANGE_STATES, 'evidence': EVIDENCE_CLASSES, 'decision': DECISIONS,
  'recurrence': ['quarter', 'half-year', 'year', 'months'], 'review-scope': ['all', 'client', 'supplier'], 'programme-state': ['active', 'paused', 'ended'], 'tenant-kind': ['office', 'holding'],
  'chain': ['yes', 'no', 'unknown'], 'import-kind': ['staff', 'clients', 'means', 'accountant-chains', 'secretary-overview', 'matrix', 'employee-authorisations', 'chain-authorisations'],
  'repair': ['ignored', 'service', 'level', 'date', 'person', 'status', 'supplier', 'kvk', 'name'], 'frequency': FREQUENCIES, 'language': LANGUAGES,
  'list': ['companies', 'people', 'means', 'authorisations', 'direct-authorisations', 'access', 'logbook'],
};

const kinds = Object.entries<Readonly<Record<string, LoggedValue>>>(EVENT_KINDS);

describe.each(LANGUAGES)('the words of the log in %s', (language) => {
  it.each(kinds)('has a sentence that names who and what, and a name for each field: %s', (kind, fields) => {
    const sentence = findMessage(language, `logbook.says.${kind}`, { who: 'Ilse', what: 'Blom', count: 2 });
    expect(sentence).toMatch(/^Ilse .*\.$/);
    const told = Object.entries(fields).filter(([, value]) => value !== 'silent').map(([field]) => field);
    expect(told.filter((field) => findMessage(language, `logbook.field.${field}`) === null)).toEqual([]);
  });

  it.each(Object.entries(VALUES))('has words for every value of %s', (choice, values) => {
    const prefix = LOG_CHOICES[choice as keyof typeof LOG_CHOICES];
    expect(values.filter((value) => findMessage(language, `${prefix}.${value}`) === null)).toEqual([]);
  });

  it('has words for every role, and for who is no member', () => {
    expect(ROLES.filter((role) => findMessage(language, `settings.role.${role}`) === null)).toEqual([]);
    expect(['operator', 'system'].filter((actor) => findMessage(language, `logbook.actor.${actor}`) === null)).toEqual([]);
  });

  it('has no sentence of a kind that no code writes', () => {
    const said = Object.keys(messagesOf(language)).flatMap((id) => (id.startsWith('logbook.says.') ? [id.slice('logbook.says.'.length)] : []));
    expect(said.filter((kind) => kind !== 'other' && !Object.hasOwn(EVENT_KINDS, kind))).toEqual([]);
  });
});
