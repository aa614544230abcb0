import { AccessModule } from '@ketenregie/access-server';
import { AuthorisationsModule, authorisationRows } from '@ketenregie/authorisations-server';
import { CatalogueModule, catalogueRows } from '@ketenregie/catalogue-server';
import { CompaniesModule } from '@ketenregie/companies-server';
import { ExchangeModule } from '@ketenregie/exchange-server';
import { IdentityModule } from '@ketenregie/identity-server';
import { NoticesModule } from '@ketenregie/notices-server';
import { PeopleModule } from '@ketenregie/people-server';
import type { TenantDbOptions } from '@ketenregie/platform/db';
import { ReviewsModule } from '@ketenregie/reviews-server';
import { TasksModule } from '@ketenregie/tasks-server';
import { TenantsModule, tenantRows } from '@ketenregie/tenants-server';

/** The rooms of the house, in their order. */
export const features = [TenantsModule, IdentityModule, CompaniesModule, CatalogueModule, PeopleModule, AuthorisationsModule, AccessModule, TasksModule, ReviewsModule, ExchangeModule, NoticesModule];

/** The rows that TypeORM must know to write them; what is not listed writes set-based SQL. */
export const rows: NonNullable<TenantDbOptions['rows']> = [...tenantRows, ...catalogueRows, ...authorisationRows];
