import type { MigrationInterface, QueryRunner } from 'typeorm';
import { stamp } from './stamp.js';

/**
 * Periodic reviews. Programmes and rounds are the business of the tenant's own staff; lines and decisions carry the client, so that a member
 * limited to some clients sees, decides and counts those alone. Lines are frozen and decisions only added: neither is ever updated.
 */
export class Reviews1763900000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table review_programme (
        tenant_id uuid not null references tenant (tenant_id),
        id uuid not null,
        name text not null check (length(name) between 1 and 200),
        every text not null check (every in ('quarter', 'half-year', 'year', 'months')),
        months int not null check (months between 1 and 36),
        starts_on date not null,
        planned_on date not null,
        scope text not null check (scope in ('all', 'client', 'supplier')),
        scope_client_id uuid,
        supplier_key text,
        due_days int not null check (due_days between 1 and 365),
        fallback_member_id uuid,
        state text not null default 'active' check (state in ('active', 'paused', 'ended')),
        planned_by text not null,
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        foreign key (tenant_id, scope_client_id) references client (tenant_id, id),
        foreign key (tenant_id, fallback_member_id) references member (tenant_id, id),
        check ((scope = 'client') = (scope_client_id is not null)),
        check ((scope = 'supplier') = (supplier_key is not null))
      );
      create index review_programme_by_client on review_programme (tenant_id, scope_client_id);
      create index review_programme_by_fallback on review_programme (tenant_id, fallback_member_id);
      comment on table review_programme is 'A review that recurs: whose chains, how often, who reviews where nobody is named';
      comment on column review_programme.planned_on is 'Business day it was planned; no period before it was missed';

      create table review_round (
        tenant_id uuid not null references tenant (tenant_id),
        id uuid not null,
        programme_id uuid not null,
        previous_round_id uuid,
        name text not null,
        period_on date not null,
        missed_count int not null default 0 check (missed_count >= 0),
        is_late boolean not null default false,
        state text not null default 'planned' check (state in ('planned', 'making', 'open', 'closed')),
        population_on date not null,
        next_on date not null,
        due_on date not null,
        population_query jsonb not null,
        known_at timestamptz,
        reached uuid,
        line_count int not null default 0,
        left_out jsonb not null default '{}',
        population_hash text check (population_hash ~ '^[0-9a-f]{64}$'),
        sources jsonb not null default '[]',
        started_by text not null,
        created_at timestamptz not null default now(),
        opened_at timestamptz,
        closed_at timestamptz,
        closed_on date,
        closed_by text,
        decisions_hash text check (decisions_hash ~ '^[0-9a-f]{64}$'),
        closing jsonb,
        primary key (tenant_id, id),
        unique (tenant_id, programme_id, period_on),
        foreign key (tenant_id, programme_id) references review_programme (tenant_id, id),
        foreign key (tenant_id, previous_round_id) references review_round (tenant_id, id),
        check ((state in ('open', 'closed')) = (population_hash is not null)),
        check ((state = 'closed') = (decisions_hash is not null))
      );
      create index review_round_by_previous on review_round (tenant_id, previous_round_id);
      comment on table review_round is 'One round of a programme: a population frozen as of population_on and known_at, and what was closed of it';
      comment on column review_round.period_on is 'First day of the period it stands for; one round a period';
      comment on column review_round.population_query is 'Which rights were asked for, as it stood when the round started';
      comment on column review_round.known_at is 'Only what was recorded by then is in it (database clock); null until it is being made';
      comment on column review_round.reached is 'The right up to which it is made: where a killed worker''s successor goes on';
      comment on column review_round.left_out is 'Rights that were looked at and are no part of it, counted by reason';
      comment on column review_round.population_hash is 'SHA-256 over its lines in the order of the rights, frozen facts included';
      comment on column review_round.decisions_hash is 'SHA-256 over all its decisions in the order in which they were recorded';

      create table review_line (
        tenant_id uuid not null,
        client_id uuid not null,
        id uuid not null,
        round_id uuid not null,
        authorisation_id uuid not null,
        version_id uuid not null,
        person_id uuid,
        reviewer_member_id uuid,
        reviewer_rule text not null check (reviewer_rule in ('accountable', 'assigned', 'fallback', 'no-self-review', 'nobody')),
        group_key text not null,
        exceptions text[] not null default '{}',
        is_usual boolean not null generated always as (cardinality(exceptions) = 0) stored,
        facts jsonb not null,
        primary key (tenant_id, id),
        unique (tenant_id, client_id, id),
        unique (tenant_id, round_id, authorisation_id),
        foreign key (tenant_id, round_id) references review_round (tenant_id, id),
        foreign key (tenant_id, client_id, authorisation_id) references authorisation (tenant_id, client_id, id) on update cascade,
        foreign key (tenant_id, client_id, version_id) references authorisation_version (tenant_id, client_id, id) on update cascade,
        foreign key (tenant_id, person_id) references person (tenant_id, id),
        foreign key (tenant_id, reviewer_member_id) references member (tenant_id, id)
      );
      create index review_line_in_order on review_line (tenant_id, round_id, is_usual, group_key, id);
      create index review_line_by_right on review_line (tenant_id, client_id, authorisation_id);
      create index review_line_by_version on review_line (tenant_id, client_id, version_id);
      create index review_line_by_person on review_line (tenant_id, person_id) where person_id is not null;
      create index review_line_by_reviewer on review_line (tenant_id, reviewer_member_id) where reviewer_member_id is not null;
      comment on table review_line is 'One right in a round, with its facts as they were; frozen';
      comment on column review_line.facts is 'What was believed of the right then; names of people are read from their versions as of the round';
      comment on column review_line.exceptions is 'What is unusual about it, gravest first; none = it may be kept together with its equals';

      create table review_decision (
        tenant_id uuid not null,
        client_id uuid not null,
        id uuid not null,
        line_id uuid not null,
        batch uuid not null,
        decision text not null check (decision in ('keep', 'revoke', 'change', 'undecided')),
        reason text check (length(reason) between 1 and 500),
        decided_by text not null,
        decided_at timestamptz not null default clock_timestamp(),
        primary key (tenant_id, id),
        foreign key (tenant_id, client_id, line_id) references review_line (tenant_id, client_id, id) on update cascade,
        check (decision not in ('revoke', 'change') or reason is not null)
      );
      create index review_decision_of_line on review_decision (tenant_id, line_id, decided_by, decided_at);
      create index review_decision_by_client on review_decision (tenant_id, client_id, line_id);
      comment on table review_decision is 'Who decided what of a line, when and why; append-only: undecided takes back what its own reviewer decided';
      comment on column review_decision.batch is 'Decisions taken in one act have one';`);
    for (const table of ['review_programme', 'review_round']) await stamp(runner, { table, wall: 'internal' });
    for (const table of ['review_line', 'review_decision']) await stamp(runner, { table, wall: 'client', grants: 'select, insert' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table review_decision; drop table review_line; drop table review_round; drop table review_programme;');
  }
}
