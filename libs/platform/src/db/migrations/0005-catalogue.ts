import type { MigrationInterface, QueryRunner } from 'typeorm';
import { stamp } from './stamp.js';

/** The curated catalogue (global, read-only to the app) and each tenant's adoption of its services (decision 0012). */
export class Catalogue1763900000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table catalogue_version (
        version int primary key,
        content_hash text not null,
        published_at timestamptz not null default now()
      );
      create table catalogue_supplier (
        version int not null references catalogue_version (version),
        key text not null,
        name text not null,
        primary key (version, key)
      );
      create table catalogue_provider (
        version int not null references catalogue_version (version),
        key text not null,
        name_nl text not null,
        name_en text not null,
        primary key (version, key)
      );
      create table catalogue_service (
        version int not null references catalogue_version (version),
        key text not null,
        provider_key text not null,
        name_nl text not null,
        name_en text not null,
        required_level text check (required_level in ('EH1', 'EH2', 'EH2+', 'EH3', 'EH4')),
        chain_allowed text not null check (chain_allowed in ('yes', 'no', 'unknown')),
        register_kind text not null check (register_kind in ('eherkenning', 'logius-machtigingenregister', 'portal-own')),
        source text,
        verified_on date not null,
        confidence text not null check (confidence in ('high', 'medium', 'low')),
        note text,
        primary key (version, key),
        foreign key (version, provider_key) references catalogue_provider (version, key)
      );
      grant select on catalogue_version, catalogue_supplier, catalogue_provider, catalogue_service to ketenregie_app;
      comment on table catalogue_version is 'Published versions of the curated service list; global, read-only to the app';
      comment on table catalogue_supplier is 'Suppliers of eHerkenning means and registers, per published version';
      comment on table catalogue_provider is 'Service providers, per published version';
      comment on table catalogue_service is 'Services with what is known of them and the source of it, per published version';

      create table service (
        tenant_id uuid not null references tenant (tenant_id),
        id uuid not null,
        catalogue_key text not null,
        provider_key text not null,
        adopted_version int not null references catalogue_version (version),
        required_level_override text check (required_level_override in ('EH1', 'EH2', 'EH2+', 'EH3', 'EH4')),
        chain_allowed_override text check (chain_allowed_override in ('yes', 'no')),
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        unique (tenant_id, catalogue_key),
        foreign key (adopted_version, catalogue_key) references catalogue_service (version, key)
      );
      comment on table service is 'A catalogue service as the tenant adopted it, with what the tenant settled for itself';`);
    await stamp(runner, { table: 'service', wall: 'tenant' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table service; drop table catalogue_service; drop table catalogue_provider; drop table catalogue_supplier; drop table catalogue_version;',
    );
  }
}
