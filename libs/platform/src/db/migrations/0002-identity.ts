import type { MigrationInterface, QueryRunner } from 'typeorm';
import { stamp } from './stamp.js';

const ACCOUNT = `nullif(current_setting('app.account_id', true), '')::uuid`;
const LOGIN = `nullif(current_setting('app.login', true), '')`;
const SESSION = `nullif(current_setting('app.session_hash', true), '')`;

/** Accounts and sessions are global and visible only by account, login or session hash; members belong to a tenant (decisions 0004, 0006). */
export class Identity1763900000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account (
        id uuid primary key,
        login text not null unique check (login = lower(login) and length(login) between 3 and 320),
        display_name text not null check (length(display_name) between 1 and 200),
        password_hash text,
        language text not null default 'nl' check (language in ('nl', 'en')),
        blocked_at timestamptz,
        created_at timestamptz not null default now()
      );
      alter table account enable row level security;
      alter table account force row level security;
      create policy by_id_or_login on account for all
        using (id = (select ${ACCOUNT}) or login = (select ${LOGIN}))
        with check (id = (select ${ACCOUNT}) or login = (select ${LOGIN}));
      grant select, insert, update on account to ketenregie_app;
      comment on table account is 'A person who signs in; global, seen only by its own id or login';
      comment on column account.password_hash is 'argon2id; never the password';

      create table session (
        id uuid primary key,
        account_id uuid not null references account (id),
        token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
        csrf_hash text check (csrf_hash ~ '^[0-9a-f]{64}$'),
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        expires_at timestamptz not null,
        ended_at timestamptz
      );
      create index session_by_account on session (account_id);
      alter table session enable row level security;
      alter table session force row level security;
      create policy by_hash_or_account on session for all
        using (token_hash = (select ${SESSION}) or account_id = (select ${ACCOUNT}))
        with check (account_id = (select ${ACCOUNT}) or token_hash = (select ${SESSION}));
      grant select, insert, update on session to ketenregie_app;
      comment on table session is 'A signed-in session; the 256-bit token itself is only in the cookie, its SHA-256 here';

      create table sign_in_attempt (
        id uuid primary key,
        subject_hash text not null,
        attempted_at timestamptz not null default now(),
        succeeded boolean not null
      );
      create index sign_in_attempt_recent on sign_in_attempt (subject_hash, attempted_at);
      alter table sign_in_attempt enable row level security;
      alter table sign_in_attempt force row level security;
      create policy by_subject on sign_in_attempt for all
        using (subject_hash = (select nullif(current_setting('app.attempt_subject', true), '')))
        with check (subject_hash = (select nullif(current_setting('app.attempt_subject', true), '')));
      grant select, insert, delete on sign_in_attempt to ketenregie_app;
      comment on table sign_in_attempt is 'Counts tries per account and per address, both hashed, for the throttle';

      create table member (
        tenant_id uuid not null references tenant (tenant_id),
        id uuid not null,
        account_id uuid not null references account (id),
        display_name text not null default '',
        roles text[] not null check (roles <@ array['owner','office-administrator','adviser','assistant','employee','auditor','client-contact'] and cardinality(roles) > 0),
        has_all_clients boolean not null default false,
        is_internal boolean not null,
        person_id uuid,
        state text not null default 'active' check (state in ('active', 'ended')),
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        unique (tenant_id, account_id),
        check (is_internal or not has_all_clients)
      );
      create index member_by_account on member (account_id);
      create index member_by_person on member (tenant_id, person_id) where person_id is not null;
      comment on table member is 'An account in a tenant: roles, client scope, the person it is';
      comment on column member.display_name is 'As the tenant''s log and lists name him; the account itself is seen by its owner alone';
      comment on column member.is_internal is 'Of the tenant''s own staff; a client contact is not';

      create table member_client (
        tenant_id uuid not null,
        member_id uuid not null,
        client_id uuid not null,
        primary key (tenant_id, member_id, client_id),
        foreign key (tenant_id, member_id) references member (tenant_id, id) on delete cascade,
        foreign key (tenant_id, client_id) references client (tenant_id, id)
      );
      create index member_client_by_client on member_client (tenant_id, client_id);
      comment on table member_client is 'The clients assigned to a member who does not have all';`);
    await stamp(runner, { table: 'member', wall: 'internal' });
    await stamp(runner, { table: 'member_client', wall: 'internal', grants: 'select, insert, delete' });
    await runner.query(`
      create policy own_memberships on member for select using (account_id = (select ${ACCOUNT}));
      create policy own_clients on member_client for select
        using (member_id = (select nullif(current_setting('app.member_id', true), '')::uuid));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table member_client; drop table member; drop table sign_in_attempt; drop table session; drop table account;');
  }
}
