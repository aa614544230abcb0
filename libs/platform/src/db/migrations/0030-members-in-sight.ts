import type { MigrationInterface, QueryRunner } from 'typeorm';

const ALL_CLIENTS = `(select current_setting('app.all_clients', true)) = 'on'`;
const IN_SCOPE = (column: string): string => `${column} = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[])`;

/**
 * Staff who see some clients saw the contacts of all of them, by name and address, and of how many clients each colleague is (decision 0077). These policies
 * narrow the walls that stand: an outsider is seen with his client, and who is assigned to a client with that client. Everybody goes on to see himself.
 */
export class MembersInSight1763900000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy of_clients_in_scope on member_client as restrictive for select
        using (${ALL_CLIENTS} or ${IN_SCOPE('client_id')} or member_id = (select nullif(current_setting('app.member_id', true), '')::uuid));
      create policy contact_with_his_client on member as restrictive for select
        using (is_internal or ${ALL_CLIENTS} or account_id = (select nullif(current_setting('app.account_id', true), '')::uuid)
          or exists (select 1 from member_client c where c.tenant_id = member.tenant_id and c.member_id = member.id and ${IN_SCOPE('c.client_id')}));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy contact_with_his_client on member; drop policy of_clients_in_scope on member_client;');
  }
}
