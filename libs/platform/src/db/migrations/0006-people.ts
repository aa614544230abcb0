import type { MigrationInterface, QueryRunner } from 'typeorm';
import { VERSION_COLUMNS, commentVersions, stamp } from './stamp.js';

/** People of the tenant and their login means. No citizen number, no identity document, no secret has a column. */
export class People1763900000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person (
        tenant_id uuid not null references tenant (tenant_id),
        id uuid not null,
        search_text text not null default '',
        import_id uuid,
        created_at timestamptz not null default now(),
        primary key (tenant_id, id)
      );
      comment on table person is 'Somebody who works for the tenant or holds a right in its sight';

      create table person_version (
        tenant_id uuid not null,
        id uuid not null,
        person_id uuid not null,
        full_name text not null check (length(full_name) between 1 and 200),
        initials text,
        email text check (email = lower(email)),
        job_title text,
        is_director boolean not null default false,
        in_service_from date,
        in_service_until date,
        ${VERSION_COLUMNS},
        primary key (tenant_id, id),
        foreign key (tenant_id, person_id) references person (tenant_id, id)
      );
      create index person_version_by_person on person_version (tenant_id, person_id);
      create index person_version_current on person_version (tenant_id, person_id) where superseded_at is null;
      create index person_version_email on person_version (tenant_id, email) where superseded_at is null;
      comment on table person_version is 'What is believed of a person, on both time axes';
      comment on column person_version.tenant_id is 'The tenant it belongs to';
      comment on column person_version.id is 'Version id (uuidv7)';
      comment on column person_version.person_id is 'The person described';
      comment on column person_version.full_name is 'Full name as the source writes it';
      comment on column person_version.initials is 'Initials, for answers to client contacts';
      comment on column person_version.email is 'Business address, lower case';
      comment on column person_version.job_title is 'Job title as the source names it';
      comment on column person_version.is_director is 'Entered as a director in the trade register';
      comment on column person_version.in_service_from is 'First day of service; null = unknown';
      comment on column person_version.in_service_until is 'Last day of service; the end of service ends may, not can';

      create table means (
        tenant_id uuid not null references tenant (tenant_id),
        id uuid not null,
        person_id uuid not null,
        supplier_key text not null,
        supplier_reference text,
        import_id uuid,
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        foreign key (tenant_id, person_id) references person (tenant_id, id)
      );
      create unique index means_by_reference on means (tenant_id, supplier_key, supplier_reference) where supplier_reference is not null;
      create index means_by_person on means (tenant_id, person_id);
      comment on table means is 'A personal login means at one supplier; the secret of it is nobody''s business';
      comment on column means.supplier_reference is 'The user number in the supplier''s console';

      create table means_version (
        tenant_id uuid not null,
        id uuid not null,
        means_id uuid not null,
        level text check (level in ('EH1', 'EH2', 'EH2+', 'EH3', 'EH4')),
        variant text not null default 'standard' check (variant in ('standard', 'tax-only')),
        state text not null check (state in ('requested', 'active', 'suspended', 'withdrawn', 'unknown')),
        stated_on date not null,
        issued_on date,
        ends_on date,
        last_used_on date,
        method text check (method in ('sms', 'app', 'token')),
        evidence_class text check (evidence_class in ('A', 'B', 'C', 'D')),
        seen_on date,
        seen_by text,
        ${VERSION_COLUMNS},
        primary key (tenant_id, id),
        foreign key (tenant_id, means_id) references means (tenant_id, id)
      );
      create index means_version_by_means on means_version (tenant_id, means_id);
      create index means_version_current on means_version (tenant_id, means_id) where superseded_at is null;
      comment on table means_version is 'What is believed of a means, on both time axes';
      comment on column means_version.tenant_id is 'The tenant it belongs to';
      comment on column means_version.id is 'Version id (uuidv7)';
      comment on column means_version.means_id is 'The means described';
      comment on column means_version.level is 'Level of assurance; null = unknown';
      comment on column means_version.variant is 'tax-only = good for the tax administration alone';
      comment on column means_version.state is 'State as the source gives it, not computed from dates';
      comment on column means_version.issued_on is 'Day of issue; null = unknown';
      comment on column means_version.method is 'Second factor';
      comment on column means_version.evidence_class is 'Strength of what shows it, A (strongest) to D';
      comment on column means_version.seen_on is 'Day somebody last looked at the source';
      comment on column means_version.seen_by is 'Who looked: member:<id>, or a name from the source';
      comment on column means_version.stated_on is 'Reference date of the source: its state counts from this day on';
      comment on column means_version.ends_on is 'Last valid day of the contract';
      comment on column means_version.last_used_on is 'Last recorded use of any right at this supplier; the 24-month rule counts from here';`);
    await commentVersions(runner, 'person_version');
    await commentVersions(runner, 'means_version');
    for (const table of ['person', 'person_version', 'means', 'means_version']) await stamp(runner, { table, wall: 'internal' });
    await runner.query('alter table member add foreign key (tenant_id, person_id) references person (tenant_id, id);');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table member drop constraint member_tenant_id_person_id_fkey; drop table means_version; drop table means; drop table person_version; drop table person;',
    );
  }
}
