import type { MigrationInterface, QueryRunner } from 'typeorm';
import { stamp } from './stamp.js';

/** The walls hold for the owner too: a data migration goes tenant by tenant through the scope settings (decision 0005). */
async function eachTenant(runner: QueryRunner, work: () => Promise<void>): Promise<void> {
  const tenants = (await runner.query('select id from tenant_directory')) as { id: string }[];
  for (const { id } of tenants) {
    await runner.query(`select set_config('app.tenant_id', $1, true), set_config('app.all_clients', 'on', true), set_config('app.internal', 'on', true)`, [id]);
    await work();
  }
  await runner.query(`select set_config('app.tenant_id', '', true), set_config('app.all_clients', '', true), set_config('app.internal', '', true)`);
}

const listOf = (kind: string): string => `(select json_agg(case when i.is_blocked then i.item || '{"blocked": true}' else i.item end order by i.position) from import_item i where i.import_id = m.id and i.kind = '${kind}')`;

/** What was staged before becomes one page an import, and its findings the groups they were. */
const COPY_GROUPS = `insert into import_finding_group (id, import_id, number, repair_key, category, severity, value, suggestion, finding_count, repair_state, repaired_by)
  select gen_random_uuid(), import_id, row_number() over (partition by import_id order by repair_key), coalesce(repair_key, ''), min(category), min(severity), min(value),
    min(details ->> 'suggestion'), count(*), min(repair_state), min(repaired_by)
  from import_finding group by import_id, repair_key`;
const COPY_PAGES = `insert into import_page (id, import_id, number, first_finding, companies, people, means, rights, findings, groups)
  select gen_random_uuid(), m.id, 0, 0, ${listOf('company')}, ${listOf('person')}, ${listOf('means')}, ${listOf('authorisation')},
    (select json_agg(json_strip_nulls(json_build_object('row', f.row_number, 'sheet', f.sheet, 'cell', f.cell, 'column', f.column_name, 'category', f.category, 'severity', f.severity, 'value', f.value))::jsonb || f.details order by f.position)
      from import_finding f where f.import_id = m.id),
    array(select g.number from import_finding_group g where g.import_id = m.id order by g.number)
  from import m`;

/** What is read from a file is kept by the page, not by the row: two thousand things a row of ours are staged ten times as fast. */
export class ImportPages1763900000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table import_page (
        tenant_id uuid not null references tenant (tenant_id),
        id uuid not null,
        import_id uuid not null,
        number int not null,
        first_finding bigint not null,
        companies json,
        people json,
        means json,
        rights json,
        findings json,
        groups int[] not null default '{}',
        primary key (tenant_id, id),
        unique (tenant_id, import_id, number),
        foreign key (tenant_id, import_id) references import (tenant_id, id)
      );
      comment on table import_page is 'A stretch of a file as it was read, redacted: up to some two thousand things, as JSON lists in the order of the file';
      comment on column import_page.number is 'Pages of an import, from 0, in the order of the file';
      comment on column import_page.first_finding is 'How many findings the pages before it hold';
      comment on column import_page.groups is 'Numbers of the groups that its findings are of';

      create table import_finding_group (
        tenant_id uuid not null references tenant (tenant_id),
        id uuid not null,
        import_id uuid not null,
        number int not null,
        repair_key text not null,
        category text not null,
        severity text not null check (severity in ('blocks', 'warning', 'info')),
        value text,
        suggestion text,
        finding_count bigint not null,
        repair_state text not null default 'open' check (repair_state in ('open', 'repaired', 'ignored')),
        repaired_by text,
        primary key (tenant_id, id),
        unique (tenant_id, import_id, number),
        unique (tenant_id, import_id, repair_key),
        foreign key (tenant_id, import_id) references import (tenant_id, id)
      );
      comment on table import_finding_group is 'Findings of an import that one act repairs; holds no secret and no citizen number';
      comment on column import_finding_group.number is 'Its number within the import, by which pages name it';
      comment on column import_finding_group.value is 'The text at fault as it was first met, redacted';
      comment on column import_finding_group.suggestion is 'An offer to a person, never taken by itself';
      comment on column import_finding_group.repair_state is 'open, repaired (the staged rows were changed) or ignored (left as read)';`);
    for (const table of ['import_page', 'import_finding_group']) await stamp(runner, { table, wall: 'all-clients', grants: 'select, insert, update, delete' });
    await eachTenant(runner, async () => {
      await runner.query(COPY_GROUPS);
      await runner.query(COPY_PAGES);
    });
    await runner.query('drop table import_finding; drop table import_item;');
  }

  /** The tables of before come back empty: what was staged by the page is not cut into rows again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table import_finding_group; drop table import_page;');
    await runner.query(`
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
      create index import_finding_in_order on import_finding (tenant_id, import_id, position);`);
    for (const table of ['import_item', 'import_finding']) await stamp(runner, { table, wall: 'all-clients', grants: 'select, insert, update, delete' });
  }
}
