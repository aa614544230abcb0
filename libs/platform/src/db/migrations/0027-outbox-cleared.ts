import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Done lines are found by their age, so that a night's sweep reads what it deletes and nothing else. */
export class OutboxCleared1763900000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant delete on outbox to ketenregie_app;
      create index outbox_done on outbox (tenant_id, done_at) where done_at is not null and failed_at is null;
      comment on column outbox.done_at is 'When its job was done; a week later the line is deleted';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index outbox_done; revoke delete on outbox from ketenregie_app;');
  }
}
