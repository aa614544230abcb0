import type { accessPages as source } from '../nl/access-pages.js';

/** The list of answers: who can and may log in where. */
export const accessPages = {
  'access.lead': 'Who can and may log in where, for whom and until when. As believed.',
  'access.leadCompany': 'Who can and may log in for {company}. As believed.',
  'access.noEnd': 'Not known',
  'access.empty': 'No lines in this view',
  'access.emptyWhy': 'Choose another view, or import a list of authorisations.',
  'access.view.all': 'All',
  'access.view.can-may-not': 'Can, but may not',
  'access.view.lapsed': 'Lapsed',
  'access.view.level-too-low': 'Level too low',
  'access.view.waiting-for-client': 'Waiting for client',
  'access.view.waiting-for-office': 'Waiting for office',
  'access.view.expiring': 'Ending',
  'access.view.unknown': 'Unknown',
  'access.view.complete': 'Complete',
  'access.repairBy': 'Repair by',
  'access.noBreak': 'None',
  'access.noPath': 'No right',
  'access.endsBefore': 'Ends before',
  'access.form': 'Form',
  'access.form.lijst': 'List',
  'access.form.rooster': 'Roster',
} as const satisfies Record<keyof typeof source, string>;
