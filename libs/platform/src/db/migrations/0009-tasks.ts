import type { MigrationInterface, QueryRunner } from 'typeorm';
import { stamp } from './stamp.js';

/** What asks for an action, as the sweep finds it in the data. Tasks without a client (means, services) are for staff with all clients. */
export class Tasks1763900000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table task (
        tenant_id uuid not null references tenant (tenant_id),
        client_id uuid,
        id uuid not null,
        kind text not null check (kind in ('can-but-may-not', 'lapsed', 'expiring', 'level-too-low', 'log-in-round', 'request-stalled', 'unknown-to-settle', 'leaver-with-live-means')),
        hands text not null check (hands in ('we', 'client', 'representative', 'nobody')),
        subject_key text not null,
        code text,
        company_id uuid,
        authorisation_id uuid,
        person_id uuid,
        means_id uuid,
        service_key text,
        supplier_key text,
        affected_count int not null default 1 check (affected_count >= 0),
        ends_on date,
        repairable_until date,
        due_on date,
        opened_on date not null,
        opened_at timestamptz not null default now(),
        closed_on date,
        closed_reason text check (closed_reason in ('solved', 'became-other')),
        primary key (tenant_id, id),
        foreign key (tenant_id, client_id, company_id) references company (tenant_id, client_id, id) on update cascade,
        foreign key (tenant_id, client_id, authorisation_id) references authorisation (tenant_id, client_id, id) on update cascade,
        foreign key (tenant_id, person_id) references person (tenant_id, id),
        foreign key (tenant_id, means_id) references means (tenant_id, id),
        check ((client_id is null) = (company_id is null)),
        check (authorisation_id is null or company_id is not null),
        check ((closed_on is null) = (closed_reason is null))
      );
      create unique index task_open on task (tenant_id, kind, subject_key) where closed_on is null;
      create index task_by_client on task (tenant_id, client_id) where client_id is not null;
      create index task_by_company on task (tenant_id, company_id) where company_id is not null;
      create index task_by_right on task (tenant_id, authorisation_id) where authorisation_id is not null;
      create index task_by_person on task (tenant_id, person_id) where person_id is not null;
      create index task_by_means on task (tenant_id, means_id) where means_id is not null;
      comment on table task is 'What asks for an action: found by the sweep, closed by the sweep when its cause is gone';
      comment on column task.subject_key is 'What it is about, so that one cause is one open task: the right, the means, the person at a supplier, the service';
      comment on column task.code is 'The break or unknown that made it, where there is one';
      comment on column task.affected_count is 'Questions (person, company, service) whose answer hangs on it';
      comment on column task.ends_on is 'Last valid day of what it is about';
      comment on column task.repairable_until is 'Last day to start the repair';
      comment on column task.due_on is 'Start before: with signing and spare days, public holidays counted; null = as soon as can be';
      comment on column task.opened_on is 'Business day on which the sweep found it';

      create table task_sweep (
        tenant_id uuid primary key references tenant (tenant_id),
        swept_on date not null,
        log_sequence bigint not null,
        swept_at timestamptz not null default now()
      );
      comment on table task_sweep is 'How far the sweep of a tenant is: the business day and the last event of the log that it saw';`);
    await stamp(runner, { table: 'task', wall: 'client-or-none' });
    await stamp(runner, { table: 'task_sweep', wall: 'internal' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table task_sweep; drop table task;');
  }
}
