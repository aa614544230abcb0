import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Accounts are of no tenant, and FORCE hides them from their own owner too: backup and restore need him to read and to add them (decision 0058). He may
 * change and delete none by it. It is the owner that runs this, whatever he is called.
 */
export class OwnerCopies1763900000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy copied_by_owner on account for select to current_user using (true);
      create policy restored_by_owner on account for insert to current_user with check (true);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy restored_by_owner on account; drop policy copied_by_owner on account;');
  }
}
