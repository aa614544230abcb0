import type { MigrationInterface, QueryRunner } from 'typeorm';
import { VERSION_COLUMNS, commentVersions, stamp } from './stamp.js';

/** Companies of clients, the tenant's own among them. */
export class Companies1763900000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table company (
        tenant_id uuid not null,
        client_id uuid not null,
        id uuid not null,
        kvk_number text check (kvk_number ~ '^[0-9]{8}$'),
        rsin text check (rsin ~ '^[0-9]{9}$'),
        search_text text not null default '',
        import_id uuid,
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        unique (tenant_id, client_id, id),
        unique (tenant_id, kvk_number),
        unique (tenant_id, rsin),
        foreign key (tenant_id, client_id) references client (tenant_id, id)
      );
      create index company_by_client on company (tenant_id, client_id);
      comment on table company is 'One legal entity, known by KvK number, RSIN or name; never holds a citizen number';
      comment on column company.search_text is 'Folded names, numbers and town, written by the app';

      create table company_version (
        tenant_id uuid not null,
        client_id uuid not null,
        id uuid not null,
        company_id uuid not null,
        name text not null check (length(name) between 1 and 200),
        other_names text[] not null default '{}',
        legal_form text,
        town text,
        group_name text,
        accountable text,
        ended_on date,
        ${VERSION_COLUMNS},
        primary key (tenant_id, id),
        unique (tenant_id, client_id, id),
        foreign key (tenant_id, client_id, company_id) references company (tenant_id, client_id, id) on update cascade
      );
      create index company_version_current on company_version (tenant_id, company_id) where superseded_at is null;
      create index company_version_by_client on company_version (tenant_id, client_id, company_id);
      comment on table company_version is 'What is believed of a company, on both time axes';
      comment on column company_version.accountable is 'The partner or adviser as the office''s own list names him';
      comment on column company_version.tenant_id is 'The tenant it belongs to';
      comment on column company_version.client_id is 'The client whose company it is; follows the company when it moves';
      comment on column company_version.id is 'Version id (uuidv7)';
      comment on column company_version.company_id is 'The company described';
      comment on column company_version.name is 'Statutory name';
      comment on column company_version.other_names is 'Trade names and former names';
      comment on column company_version.legal_form is 'Legal form as the source names it';
      comment on column company_version.town is 'Town of the seat';
      comment on column company_version.group_name is 'Group of companies the source counts it to';
      comment on column company_version.ended_on is 'Last day the company existed; null = exists';`);
    await commentVersions(runner, 'company_version');
    await stamp(runner, { table: 'company', wall: 'client-or-own' });
    await stamp(runner, { table: 'company_version', wall: 'client-or-own' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table company_version; drop table company;');
  }
}
