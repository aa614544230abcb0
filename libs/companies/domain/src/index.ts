export { assertCompanyFact } from './assert-company-fact.js';
export { isSameContent, otherNamesOf } from './company-content.js';
export type { CompanyContent, CompanyFact, CompanyHolder, CompanyOutcome, KnownCompany, Neighbours, NewClient, NewCompanyVersion } from './company-fact.js';
export { companyNameKey } from './company-name.js';
export { assertCompanyNumbers, isNaturalPersonForm } from './company-number.js';
export { foldText } from './fold-text.js';
export { type CompanyKnowledge, type CompanyPlan, type PlannedCompany, planCompanies, versionsOf } from './plan-companies.js';
export { type Searchable, searchTextOf, searchWords } from './search-text.js';
