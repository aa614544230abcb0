import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of the job of a line: the queue may lose what it holds, our tables do not. */
export class OutboxOutcomes1763900000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Lines from before count as done once they are relayed: nobody kept what became of them, and making their jobs again would be news of long ago.
    await runner.query(`
      alter table outbox add column done_at timestamptz default now(), add column failed_at timestamptz, add column failure text;
      alter table outbox alter column done_at drop default;
      create index outbox_under_way on outbox (tenant_id, relayed_at) where relayed_at is not null and done_at is null and failed_at is null;
      create index outbox_failed on outbox (tenant_id, failed_at) where failed_at is not null;
      comment on column outbox.relayed_at is 'When its job was last enqueued; without an outcome it is enqueued again under the same id, which makes a job only where the queue has lost it';
      comment on column outbox.done_at is 'When its job was done';
      comment on column outbox.failed_at is 'When the last attempt at its job failed';
      comment on column outbox.failure is 'Class or code of that failure; never a message';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index outbox_failed; drop index outbox_under_way; alter table outbox drop column done_at, drop column failed_at, drop column failure;');
  }
}
