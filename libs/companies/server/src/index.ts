export { type CompanyChange, changeCompany } from './change-company.js';
export { CompaniesModule } from './companies.module.js';
export { CompanyModel } from './companies.model.js';
export {
  type CompanyMoment, type CompanyRecord, companiesById, companyBatch, companyByNumber, companyPage, knownCompanies, ownCompanies, ownCompaniesOn,
} from './companies.queries.js';
export { type CompanyIndex, type CompanyIndexEntry, companyIndex } from './company-index.queries.js';
export { type CompanyRecording, recordCompanies, recordOwnCompany, refreshSearch } from './record-companies.js';
export { CompanyKnownError, type TypedCompany, newCompanyFact, recordCompany } from './record-company.js';
export type { CompanyFact, CompanyOutcome } from '@ketenregie/companies-domain';
