export { type PersonChange, PersonKnownError, type TypedPerson, changePerson, recordPerson } from './change-person.js';
export { MeansModel, PersonModel } from './people.model.js';
export { PeopleModule } from './people.module.js';
export {
  type MeansRecord, type PeopleFilter, type PeopleMoment, type PersonRecord, knownPeople, meansBatch, meansByPerson, peopleById, peoplePage, personBatch,
} from './people.queries.js';
export { recordMeans } from './record-means.js';
export { recordPeople } from './record-people.js';
export type { Recording } from './recording.js';
export type { MeansFact, MeansOutcome, PersonFact, PersonOutcome } from '@ketenregie/people-domain';
