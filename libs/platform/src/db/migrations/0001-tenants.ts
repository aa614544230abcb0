import type { MigrationInterface, QueryRunner } from 'typeorm';
import { stamp } from './stamp.js';

/** Tenants, their clients, and the directory that is read before a tenant is known (no names in it). */
export class Tenants1763900000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table tenant_directory (
        id uuid primary key,
        slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 1 and 60),
        state text not null default 'active' check (state in ('active', 'suspended')),
        next_due_at timestamptz,
        created_at timestamptz not null default now()
      );
      alter table tenant_directory enable row level security;
      alter table tenant_directory force row level security;
      create policy known_before_tenant on tenant_directory for select using (true);
      create policy own_entry on tenant_directory for insert with check (id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
      create policy own_due on tenant_directory for update using (id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
        with check (id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
      grant select, insert on tenant_directory to ketenregie_app;
      grant update (next_due_at, state) on tenant_directory to ketenregie_app;
      comment on table tenant_directory is 'All tenants, by id and slug only: read at sign-in and by sweeps, before a tenant is known';

      create table tenant (
        tenant_id uuid primary key references tenant_directory (id),
        name text not null check (length(name) between 1 and 200),
        kind text not null check (kind in ('office', 'holding')),
        time_zone text not null default 'Europe/Amsterdam',
        language text not null default 'nl' check (language in ('nl', 'en')),
        not_checked_after_months int not null default 12 check (not_checked_after_months between 1 and 60),
        needs_four_eyes boolean not null default false,
        is_example boolean not null default false,
        created_at timestamptz not null default now()
      );
      comment on table tenant is 'The paying office or holding and its settings';

      create table client (
        tenant_id uuid not null references tenant (tenant_id),
        id uuid not null,
        client_number text check (length(client_number) between 1 and 40),
        name text not null check (length(name) between 1 and 200),
        state text not null default 'active' check (state in ('active', 'ended')),
        ended_on date,
        import_id uuid,
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        unique (tenant_id, client_number)
      );
      comment on table client is 'One client relation, the inner wall; the client whose id equals tenant_id stands for the tenant itself';`);
    await stamp(runner, { table: 'tenant', wall: 'tenant' });
    await stamp(runner, { table: 'client', wall: 'client-or-own', clientColumn: 'id' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table client; drop table tenant; drop table tenant_directory;');
  }
}
