import type { shellPages as source } from '../nl/shell-pages.js';

export const shellPages = {
  'keys.title': 'Keys',
  'keys.open': 'Overview of keys',
  'keys.everywhere': 'Everywhere',
  'keys.palette': 'Go to an organisation or screen',
  'keys.previous': 'To the previous organisation',
  'keys.lists': 'In a list',
  'keys.move': 'Through the cells',
  'keys.openRow': 'Open the row',
  'keys.filter': 'To the search box',
  'keys.before': 'Organisation before in the list',
  'keys.after': 'Organisation after in the list',
  'keys.help': 'This overview',
  'keys.close': 'Close or back',
  'keys.single': 'Use single keys, such as G and ?',
  'keys.then': 'then',
  'nav.companies': 'Organisations',
  'nav.allCompanies': 'To all organisations',
  'nav.tenant': 'To {tenant}',
  'nav.account': '{name}, {tenant}',
} as const satisfies Record<keyof typeof source, string>;
