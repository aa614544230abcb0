import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An act of deciding is taken back as a whole, found by its batch. */
export class ReviewActs1763900000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index review_decision_of_batch on review_decision (tenant_id, batch)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index review_decision_of_batch');
  }
}
