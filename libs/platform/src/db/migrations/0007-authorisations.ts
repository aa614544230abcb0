import type { MigrationInterface, QueryRunner } from 'typeorm';
import { VERSION_COLUMNS, commentVersions, stamp } from './stamp.js';

/**
 * Rights: direct ones, and the two halves of a chain. All carry the represented client's id, so that the client wall never hides
 * half a path from someone who may see that client. The intermediary is always a company of the tenant's own client.
 */
export class Authorisations1763900000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table authorisation (
        tenant_id uuid not null,
        client_id uuid not null,
        id uuid not null,
        kind text not null check (kind in ('direct', 'client-half', 'office-half')),
        company_id uuid not null,
        intermediary_client_id uuid,
        intermediary_company_id uuid,
        third_party_kvk text check (third_party_kvk ~ '^[0-9]{8}$'),
        third_party_name text,
        person_id uuid,
        match_key text not null,
        import_id uuid,
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        unique (tenant_id, client_id, id),
        foreign key (tenant_id, client_id, company_id) references company (tenant_id, client_id, id) on update cascade,
        foreign key (tenant_id, intermediary_client_id, intermediary_company_id) references company (tenant_id, client_id, id),
        foreign key (tenant_id, person_id) references person (tenant_id, id),
        check (intermediary_client_id is null or intermediary_client_id = tenant_id),
        check ((intermediary_client_id is null) = (intermediary_company_id is null)),
        check (case kind
          when 'client-half' then person_id is null and (intermediary_company_id is not null or third_party_name is not null)
          when 'office-half' then intermediary_company_id is not null
          else intermediary_company_id is null and third_party_name is null end)
      );
      create unique index authorisation_match on authorisation (tenant_id, company_id, kind, match_key);
      create index authorisation_by_client on authorisation (tenant_id, client_id);
      create index authorisation_by_person on authorisation (tenant_id, person_id) where person_id is not null;
      create index authorisation_by_intermediary on authorisation (tenant_id, intermediary_client_id, intermediary_company_id);
      comment on table authorisation is 'A right: direct, or one half of a chain (client half: company -> intermediary; office half: intermediary -> person for that company)';
      comment on column authorisation.third_party_name is 'The intermediary where it is not one of our own companies (we are the grantor)';
      comment on column authorisation.match_key is 'How an import finds it again: person, scope, targets, and which of several alike';

      create table authorisation_version (
        tenant_id uuid not null,
        client_id uuid not null,
        id uuid not null,
        authorisation_id uuid not null,
        supplier_key text,
        scope text not null check (scope in ('targets', 'all')),
        level text check (level in ('EH1', 'EH2', 'EH2+', 'EH3', 'EH4')),
        state text not null check (state in ('requested', 'active', 'ended', 'unknown')),
        ended_why text,
        stated_on date not null,
        starts_on date,
        ends_on date,
        until_precision text not null default 'none' check (until_precision in ('day', 'month', 'quarter', 'year', 'none', 'unknown')),
        branch_number text check (branch_number ~ '^[0-9]{12}$'),
        task text,
        accountable text,
        position int not null default 0,
        evidence_class text check (evidence_class in ('A', 'B', 'C', 'D')),
        seen_on date,
        seen_by text,
        ${VERSION_COLUMNS},
        primary key (tenant_id, id),
        unique (tenant_id, client_id, id),
        foreign key (tenant_id, client_id, authorisation_id) references authorisation (tenant_id, client_id, id) on update cascade
      );
      create index authorisation_version_current on authorisation_version (tenant_id, authorisation_id) where superseded_at is null;
      create index authorisation_version_by_client on authorisation_version (tenant_id, client_id, authorisation_id);
      create index authorisation_version_ends on authorisation_version (tenant_id, ends_on);
      comment on table authorisation_version is 'What is believed of a right, on both time axes';
      comment on column authorisation_version.tenant_id is 'The tenant it belongs to';
      comment on column authorisation_version.client_id is 'The represented client; follows the company when it moves';
      comment on column authorisation_version.id is 'Version id (uuidv7)';
      comment on column authorisation_version.authorisation_id is 'The right described';
      comment on column authorisation_version.supplier_key is 'Supplier in whose register it stands, by catalogue key; null = unknown';
      comment on column authorisation_version.scope is 'targets = what authorisation_target lists; all = everything, new services included';
      comment on column authorisation_version.level is 'Level the right is good for; null = unknown';
      comment on column authorisation_version.state is 'State as the source gives it, not computed from dates';
      comment on column authorisation_version.ended_why is 'Why it ended, as recorded';
      comment on column authorisation_version.until_precision is 'How exactly the source gives the end';
      comment on column authorisation_version.branch_number is 'Branch it is limited to; null = the whole company';
      comment on column authorisation_version.task is 'What it is used for, as the office names it';
      comment on column authorisation_version.accountable is 'Who answers for it at the office, as the source names him';
      comment on column authorisation_version.evidence_class is 'Strength of what shows it, A (strongest) to D';
      comment on column authorisation_version.seen_on is 'Day somebody last looked at the source';
      comment on column authorisation_version.seen_by is 'Who looked: member:<id>, or a name from the source';
      comment on column authorisation_version.stated_on is 'Reference date of the source: its state counts from this day on';
      comment on column authorisation_version.starts_on is 'First valid day of the right itself; null = unknown';
      comment on column authorisation_version.ends_on is 'Last valid day of the right itself; null = unknown';
      comment on column authorisation_version.position is 'Row of the source, for the order among equals';

      create table authorisation_target (
        tenant_id uuid not null,
        client_id uuid not null,
        id uuid not null,
        version_id uuid not null,
        service_id uuid,
        provider_key text,
        is_whole_provider boolean not null default false,
        primary key (tenant_id, id),
        foreign key (tenant_id, client_id, version_id) references authorisation_version (tenant_id, client_id, id) on update cascade,
        foreign key (tenant_id, service_id) references service (tenant_id, id),
        check (service_id is not null or provider_key is not null),
        check (not is_whole_provider or service_id is null)
      );
      create index authorisation_target_by_version on authorisation_target (tenant_id, version_id);
      create index authorisation_target_by_client on authorisation_target (tenant_id, client_id);
      create index authorisation_target_by_service on authorisation_target (tenant_id, service_id) where service_id is not null;
      comment on table authorisation_target is 'What a version of a right covers: a service, all of one provider, or a provider whose service nobody named';
      comment on column authorisation_target.is_whole_provider is 'All services of the provider, new ones included; false with only a provider = the service is not known';

      create table authorisation_change (
        tenant_id uuid not null,
        client_id uuid not null,
        id uuid not null,
        authorisation_id uuid not null,
        kind text not null check (kind in ('revoke', 'change', 'grant-anew')),
        state text not null default 'to-do' check (state in ('to-do', 'asked', 'carried-out', 'confirmed', 'refused', 'failed', 'withdrawn', 'partly')),
        decided_on date not null,
        decided_by text not null,
        reason text not null check (length(reason) between 1 and 500),
        asked_of text,
        evidence_class text check (evidence_class in ('A', 'B', 'C', 'D')),
        evidence_note text,
        created_at timestamptz not null default now(),
        changed_at timestamptz not null default now(),
        primary key (tenant_id, id),
        unique (tenant_id, client_id, id),
        foreign key (tenant_id, client_id, authorisation_id) references authorisation (tenant_id, client_id, id) on update cascade,
        check (state <> 'confirmed' or evidence_class in ('A', 'B', 'C'))
      );
      create unique index authorisation_change_open on authorisation_change (tenant_id, authorisation_id, kind)
        where state in ('to-do', 'asked', 'carried-out', 'partly');
      create index authorisation_change_by_client on authorisation_change (tenant_id, client_id, authorisation_id);
      comment on table authorisation_change is 'A change decided here: it ends no right by itself (product rule 4)';

      create table authorisation_change_step (
        tenant_id uuid not null,
        client_id uuid not null,
        id uuid not null,
        change_id uuid not null,
        state text not null check (state in ('to-do', 'asked', 'carried-out', 'confirmed', 'refused', 'failed', 'withdrawn', 'partly')),
        recorded_at timestamptz not null default now(),
        recorded_by text not null,
        evidence_class text check (evidence_class in ('A', 'B', 'C', 'D')),
        note text,
        primary key (tenant_id, id),
        foreign key (tenant_id, client_id, change_id) references authorisation_change (tenant_id, client_id, id) on update cascade
      );
      create index authorisation_change_step_in_order on authorisation_change_step (tenant_id, change_id, recorded_at);
      create index authorisation_change_step_by_client on authorisation_change_step (tenant_id, client_id);
      comment on table authorisation_change_step is 'Each state a change went through, when and by whom; append-only';`);
    await commentVersions(runner, 'authorisation_version');
    for (const table of ['authorisation', 'authorisation_version', 'authorisation_change']) await stamp(runner, { table, wall: 'client' });
    for (const table of ['authorisation_target', 'authorisation_change_step']) await stamp(runner, { table, wall: 'client', grants: 'select, insert' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table authorisation_change_step; drop table authorisation_change; drop table authorisation_target; drop table authorisation_version; drop table authorisation;',
    );
  }
}
