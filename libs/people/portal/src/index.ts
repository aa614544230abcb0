export { LevelMark, LEVELS, MeansChip, meansKindOf } from './means-level.js';
export { optionsOfPeople, usePeopleNames } from './people-names.js';
export type { NamedPerson } from './people-names.js';
export { PeoplePage } from './people-page.js';
export type { PeoplePageProps } from './people-page.js';
export { readPeopleSearch } from './people-search.js';
export type { PeopleSearch } from './people-search.js';
export { PersonPage } from './person-page.js';
export type { PersonPageProps } from './person-page.js';
