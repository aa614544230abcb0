import type { MigrationInterface, QueryRunner } from 'typeorm';
import { stamp } from './stamp.js';

/** Imports: what was brought, how it was read, what it asked, what it changed. Staged cells are redacted; the file is not kept. */
export class Exchange1763900000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table import (
        tenant_id uuid not null references tenant (tenant_id),
        id uuid not null,
        kind text not null,
        file_name text not null check (length(file_name) between 1 and 255),
        file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
        file_bytes bigint not null,
        supplier_key text,
        reference_on date not null,
        state text not null default 'staging' check (state in ('staging', 'staged', 'applied', 'undone', 'failed', 'discarded')),
        reading jsonb not null default '{}',
        changes jsonb,
        created_by text not null,
        created_at timestamptz not null default now(),
        applied_at timestamptz,
        undone_at timestamptz,
        primary key (tenant_id, id)
      );
      create index import_recent on import (tenant_id, created_at desc);
      comment on table import is 'One file brought in: hash and size are kept, the file is not';
      comment on column import.reading is 'How the file was read: sheets, header row, columns with samples (redacted)';

      create table import_item (
        tenant_id uuid not null references tenant (tenant_id),
        import_id uuid not null,
        id uuid not null,
        position bigint not null,
        sheet text,
        row_number int,
        kind text not null check (kind in ('company', 'person', 'means', 'authorisation')),
        is_blocked boolean not null default false,
        item jsonb not null,
        outcome text check (outcome in ('created', 'updated', 'unchanged', 'skipped')),
        object_id uuid,
        primary key (tenant_id, id),
        foreign key (tenant_id, import_id) references import (tenant_id, id)
      );
      create index import_item_in_order on import_item (tenant_id, import_id, kind, position);
      comment on table import_item is 'One thing read from the file, redacted, and what applying made of it';

      create table import_finding (
        tenant_id uuid not null references tenant (tenant_id),
        import_id uuid not null,
        id uuid not null,
        position bigint not null,
        sheet text,
        row_number int,
        cell text,
        column_name text,
        category text not null,
        severity text not null check (severity in ('blocks', 'warning', 'info')),
        value text,
        message text not null,
        repair_key text,
        repair_state text not null default 'open' check (repair_state in ('open', 'repaired', 'ignored')),
        repaired_by text,
        details jsonb not null default '{}',
        primary key (tenant_id, id),
        foreign key (tenant_id, import_id) references import (tenant_id, id)
      );
      create index import_finding_in_order on import_finding (tenant_id, import_id, position);
      comment on table import_finding is 'What the reading asks a person to look at; holds no secret and no citizen number';
      comment on column import_finding.repair_state is 'open, repaired (the staged rows were changed) or ignored (left as read)';
      comment on column import_finding.details is 'What else the finding names: the service, the related row, an offer';
      comment on column import_finding.repair_key is 'Findings with one key are repaired at once';`);
    for (const table of ['import', 'import_item', 'import_finding']) await stamp(runner, { table, wall: 'all-clients', grants: 'select, insert, update, delete' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table import_finding; drop table import_item; drop table import;');
  }
}
