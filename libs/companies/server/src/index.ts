export { CompaniesModule } from './companies.module.js';
export { CompanyModel } from './companies.model.js';
export {
  type CompanyIndexEntry, type CompanyRecord, companiesById, companyBatch, companyByNumber, companyIndex, companyPage, knownCompanies, ownCompanies,
} from './companies.queries.js';
export { type CompanyRecording, recordCompanies, recordOwnCompany } from './record-companies.js';
export { type TypedCompany, recordCompany } from './record-company.js';
export type { CompanyFact, CompanyOutcome } from '@ketenregie/companies-domain';

