import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Example tenants are made in one go and go for good (decision 0049): states of the directory, and the one way by which events may be deleted. */
export class Examples1763900000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table tenant_directory drop constraint tenant_directory_state_check;
      alter table tenant_directory add constraint tenant_directory_state_check check (state in ('preparing', 'active', 'suspended', 'removed'));
      comment on column tenant_directory.state is 'preparing: an example that is being made; removed: an example that goes or is gone, its slug then is free';
      create policy entry_goes on tenant_directory for delete using (id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));

      alter table account add column is_example boolean not null default false;
      comment on column account.is_example is 'Made with an example tenant, and goes with it';

      create or replace function refuse_change() returns trigger language plpgsql as $$
      begin
        if tg_level = 'ROW' and tg_op = 'DELETE' then
          if (select relowner from pg_class where oid = tg_relid) = (select oid from pg_roles where rolname = current_user)
            and exists (select 1 from tenant where tenant_id = old.tenant_id and is_example) then
            return old;
          end if;
        end if;
        raise exception 'append-only';
      end $$;
      comment on function refuse_change() is 'Refuses all but this: the owner of the tables deletes the events of an example tenant';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function refuse_change() returns trigger language plpgsql as $$ begin raise exception 'append-only'; end $$;
      comment on function refuse_change() is null;
      alter table account drop column is_example;
      drop policy entry_goes on tenant_directory;
      delete from tenant_directory where state in ('preparing', 'removed');
      alter table tenant_directory drop constraint tenant_directory_state_check;
      alter table tenant_directory add constraint tenant_directory_state_check check (state in ('active', 'suspended'));
      comment on column tenant_directory.state is null;`);
  }
}
