export { CompaniesPage } from './companies-page.js';
export type { CompaniesPageProps } from './companies-page.js';
export { CompanyForm } from './company-form.js';
export { readCompaniesSearch } from './companies-search.js';
export type { CompaniesSearch } from './companies-search.js';
export { companyKeyOf, companyOfKey } from './company-key.js';
export { CompanyOfAddressDocument } from './generated/operations.js';
