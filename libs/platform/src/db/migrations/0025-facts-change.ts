import type { MigrationInterface, QueryRunner } from 'typeorm';
import { stamp } from './stamp.js';

/** What answers are made of. The log, tasks, reviews and notices change no answer. */
const FACTS = [
  'tenant', 'company', 'company_version', 'service', 'person', 'person_version', 'means', 'means_version',
  'authorisation', 'authorisation_version', 'authorisation_target', 'authorisation_change', 'authorisation_change_step',
];

/**
 * The mark of a tenant's facts (decision 0064): the ids of the rows that are seen here. Every transaction that writes facts adds a row and takes away
 * those it sees and nobody else holds; so two snapshots that see the same rows see the same facts, and no writer waits for another.
 */
export class FactsChange1763900000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table facts_change (
        tenant_id uuid not null references tenant (tenant_id) on delete cascade,
        id uuid not null default gen_random_uuid(),
        written_by xid8 not null default pg_current_xact_id(),
        primary key (tenant_id, id)
      );
      comment on table facts_change is 'Which transactions changed a tenant''s facts last: read as a whole, it is the version of them';
      comment on column facts_change.written_by is 'The transaction, so that it stands here once however much it writes';`);
    await stamp(runner, { table: 'facts_change', wall: 'tenant', grants: 'select, insert, update, delete' });
    // Without a tenant in the settings the walls let nobody write a fact; whom they do not bind may have written anybody's.
    await runner.query(`
      create function note_facts_change() returns trigger language plpgsql as $$
      declare
        of_scope constant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
        this_one constant xid8 := pg_current_xact_id();
        tenants uuid[];
      begin
        if of_scope is not null then tenants := array[of_scope];
        elsif row_security_active(tg_relid) then return null;
        else tenants := array(select tenant_id from tenant);
        end if;
        insert into facts_change (tenant_id) select t.tenant_id from tenant t where t.tenant_id = any (tenants)
          and not exists (select from facts_change f where f.tenant_id = t.tenant_id and f.written_by = this_one);
        if found then
          delete from facts_change f where f.tenant_id = any (tenants) and f.id in (
            select seen.id from facts_change seen where seen.tenant_id = any (tenants) and seen.written_by <> this_one for update skip locked);
        end if;
        return null;
      end $$;`);
    for (const table of FACTS) {
      // A tenant that is taken away takes its marks along.
      const events = table === 'tenant' ? 'insert or update' : 'insert or update or delete';
      await runner.query(`create trigger note_facts_change after ${events} on ${table} for each statement execute function note_facts_change();`);
    }
    await runner.query(`
      do $$ declare each uuid; begin
        for each in select id from tenant_directory loop
          perform set_config('app.tenant_id', each::text, true);
          insert into facts_change (tenant_id) select tenant_id from tenant;
        end loop;
        perform set_config('app.tenant_id', '', true);
      end $$;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of FACTS) await runner.query(`drop trigger note_facts_change on ${table};`);
    await runner.query('drop function note_facts_change(); drop table facts_change;');
  }
}
