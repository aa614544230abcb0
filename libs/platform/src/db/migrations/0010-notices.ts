import type { MigrationInterface, QueryRunner } from 'typeorm';
import { stamp } from './stamp.js';

/** The ledger of notices, how each member wants his digest, what the ladder already told him, and the hold on all sending. */
export class Notices1763900000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notice (
        tenant_id uuid not null references tenant (tenant_id),
        id uuid not null,
        member_id uuid not null,
        kind text not null check (kind in ('digest')),
        period text not null check (length(period) between 1 and 40),
        state text not null default 'pending' check (state in ('pending', 'sending', 'sent', 'bounced', 'parked', 'withdrawn')),
        attempts int not null default 0 check (attempts >= 0),
        next_try_at timestamptz not null default now(),
        lease uuid,
        lease_until timestamptz,
        handed_at timestamptz,
        sent_at timestamptz,
        reply text check (length(reply) <= 200),
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        unique (tenant_id, member_id, kind, period),
        foreign key (tenant_id, member_id) references member (tenant_id, id),
        check ((state = 'sending') = (lease is not null)),
        check ((lease is null) = (lease_until is null)),
        check ((state = 'sent') = (sent_at is not null))
      );
      create index notice_waiting on notice (tenant_id, next_try_at) where state in ('pending', 'sending');
      comment on table notice is 'One message to one member about one window, whatever crashes; its unique key is the promise';
      comment on column notice.period is 'The window: for a digest its local calendar date';
      comment on column notice.next_try_at is 'Not to be tried before (database clock)';
      comment on column notice.lease is 'Whose attempt it is: an attempt that lost its lease writes nothing';
      comment on column notice.lease_until is 'Until when the attempt may take (database clock); longer than any socket waits';
      comment on column notice.handed_at is 'When the message of the present attempt was given to the mail server; its outcome is unknown until it answers';
      comment on column notice.reply is 'What the mail server last answered, or what happened instead';

      create table digest_setting (
        tenant_id uuid not null references tenant (tenant_id),
        id uuid not null,
        member_id uuid not null,
        hour int not null default 7 check (hour between 0 and 23),
        time_zone text not null default 'Europe/Amsterdam' check (length(time_zone) between 1 and 60),
        frequency text not null default 'daily' check (frequency in ('daily', 'working-days', 'weekly', 'never')),
        weekday int not null default 1 check (weekday between 1 and 7),
        language text check (language in ('nl', 'en')),
        since_at timestamptz not null,
        looked_at_period date,
        suppressed_at timestamptz,
        suppressed_reply text check (length(suppressed_reply) <= 200),
        primary key (tenant_id, id),
        unique (tenant_id, member_id),
        foreign key (tenant_id, member_id) references member (tenant_id, id)
      );
      comment on table digest_setting is 'When and in which language a member gets his digest';
      comment on column digest_setting.weekday is 'Day of a weekly digest, 1 = Monday';
      comment on column digest_setting.language is 'Null = the language of the account';
      comment on column digest_setting.since_at is 'From when on windows count (product clock): none from before he was known is made up for';
      comment on column digest_setting.looked_at_period is 'The last window that was looked at, whether there was anything to say or not: what is found later waits for the next';
      comment on column digest_setting.suppressed_at is 'His mail server refused for good: nothing more is sent until somebody clears it';

      create table notice_told (
        tenant_id uuid not null references tenant (tenant_id),
        id uuid not null,
        notice_id uuid not null,
        member_id uuid not null,
        task_id uuid not null,
        clock text not null check (clock in ('ends-on', 'repairable-until')),
        step int not null check (step between 1 and 365),
        primary key (tenant_id, id),
        unique (tenant_id, member_id, task_id, clock, step),
        foreign key (tenant_id, notice_id) references notice (tenant_id, id),
        foreign key (tenant_id, member_id) references member (tenant_id, id),
        foreign key (tenant_id, task_id) references task (tenant_id, id)
      );
      create index notice_told_by_notice on notice_told (tenant_id, notice_id);
      create index notice_told_by_task on notice_told (tenant_id, task_id);
      comment on table notice_told is 'The steps of the ladder that somebody was told of; each once, by the notice that raised it';
      comment on column notice_told.step is 'Days before the end';

      create table sending_hold (
        tenant_id uuid primary key references tenant (tenant_id),
        held_at timestamptz not null default now(),
        reason text not null check (length(reason) between 1 and 200),
        released_at timestamptz
      );
      comment on table sending_hold is 'While it stands nothing is sent: after a restore, until somebody releases it';`);
    for (const table of ['notice', 'digest_setting', 'sending_hold']) await stamp(runner, { table, wall: 'internal' });
    await stamp(runner, { table: 'notice_told', wall: 'internal', grants: 'select, insert' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sending_hold; drop table notice_told; drop table digest_setting; drop table notice;');
  }
}
