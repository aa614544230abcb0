export { type AccessListFilter, type AccessPage, type PageAsked, accessPage, accessPageStatement } from './access-page.js';
export { type AccessRow, WARN_DAYS, allThat, answersFor, answersStatement, whoCan } from './answers.queries.js';
export { AccessModule } from './access.module.js';
export { answerJson } from './answer-json.js';
export { type Moment, momentOf } from './moment.js';
export type { AnswersFilter } from './sql/triples.js';
export { type Asked, type AskedCompany, type AskedPerson, type AskedService, type CompanyAddress, PersonAmbiguousError, type Subjects, findSubjects } from './subjects.queries.js';
export { type AccessAnswers, type Answered, answerAccess, factsStatement, loadWorlds } from './world.queries.js';
export { refreshNextDue } from './refresh-next-due.job.js';
