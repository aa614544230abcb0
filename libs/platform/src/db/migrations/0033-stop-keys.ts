import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The link that ends a member's digests was made of the tenant's id and the notice's, which others read too: colleagues see the first, administrators the
 * second, and both travel in the Message-ID of whatever is answered or forwarded. From here on it carries a key of its own (decision 0078). Mails that are out
 * have none, and keep their old link for as long as any link works.
 */
export class StopKeys1763900000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table notice add column stop_key uuid;
      alter table notice alter column stop_key set default gen_random_uuid();
      comment on column notice.stop_key is 'What the link in the mail must name to end the digests; in no answer of the API. Null = mailed before there were keys';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table notice drop column stop_key');
  }
}
