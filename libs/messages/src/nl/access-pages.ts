/** The list of answers: who can and may log in where. */
export const accessPages = {
  'access.lead': 'Wie kan en mag waar inloggen, voor wie en tot wanneer. Volgens onze gegevens.',
  'access.leadCompany': 'Wie kan en mag inloggen voor {company}. Volgens onze gegevens.',
  'access.noEnd': 'Niet bekend',
  'access.repairableUntil': 'Herstelbaar tot',
  'access.empty': 'Geen regels in deze weergave',
  'access.emptyWhy': 'Kies een andere weergave, of lees een lijst met machtigingen in.',
  'access.view.all': 'Alles',
  'access.view.can-may-not': 'Kan wel, mag niet',
  'access.view.lapsed': 'Verlopen',
  'access.view.level-too-low': 'Niveau te laag',
  'access.view.waiting-for-client': 'Wacht op klant',
  'access.view.waiting-for-office': 'Wacht op kantoor',
  'access.view.expiring': 'Verloopt',
  'access.view.unknown': 'Onbekend',
  'access.view.complete': 'Compleet',
} as const;
