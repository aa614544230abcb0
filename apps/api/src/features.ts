import { AccessModule } from '@ketenregie/access-server';
import { AuthorisationsModule, authorisationRows } from '@ketenregie/authorisations-server';
import { CatalogueModule, catalogueRows } from '@ketenregie/catalogue-server';
import { CompaniesModule, companyRows } from '@ketenregie/companies-server';
import { ExchangeModule } from '@ketenregie/exchange-server';
import { IdentityModule } from '@ketenregie/identity-server';
import { PeopleModule, peopleRows } from '@ketenregie/people-server';
import { TenantsModule, tenantRows } from '@ketenregie/tenants-server';

/** The rooms of the house, in their order. */
export const features = [TenantsModule, IdentityModule, CompaniesModule, CatalogueModule, PeopleModule, AuthorisationsModule, AccessModule, ExchangeModule];

/** The rows that TypeORM must know to write them. */
export const rows = [...tenantRows, ...companyRows, ...catalogueRows, ...peopleRows, ...authorisationRows];
