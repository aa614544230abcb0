import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = ['can-but-may-not', 'lapsed', 'expiring', 'level-too-low', 'log-in-round', 'request-stalled', 'unknown-to-settle', 'leaver-with-live-means'];

const allow = (kinds: readonly string[]): string => `alter table task drop constraint task_kind_check, add constraint task_kind_check check (kind in (${kinds.map((kind) => `'${kind}'`).join(', ')}))`;

/** A kind of task for a right that is recorded as lasting longer than any register grants. */
export class LongTerms1763900000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(allow([...KINDS, 'term-too-long']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from notice_told where task_id in (select id from task where kind = 'term-too-long'); delete from task where kind = 'term-too-long'; ${allow(KINDS)}`);
  }
}
