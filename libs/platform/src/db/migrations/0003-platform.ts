import type { MigrationInterface, QueryRunner } from 'typeorm';
import { stamp } from './stamp.js';

/** What every use case writes beside its change: the event, the outbox line, the progress of long work, the answer to replay. */
export class Platform1763900000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_head (
        tenant_id uuid primary key references tenant (tenant_id),
        sequence bigint not null default 0,
        hash text not null default ''
      );
      comment on table audit_head is 'Last sequence and hash of the tenant''s event chain; locked by each append, so the chain cannot fork';

      create table audit_event (
        tenant_id uuid not null references tenant (tenant_id),
        id uuid not null,
        sequence bigint not null check (sequence > 0),
        client_id uuid,
        occurred_at timestamptz not null default now(),
        actor text not null,
        action text not null,
        object_kind text not null,
        object_id uuid,
        reason text,
        payload jsonb not null default '{}',
        payload_hash text not null,
        previous_hash text not null,
        hash text not null,
        primary key (tenant_id, id),
        unique (tenant_id, sequence),
        foreign key (tenant_id, client_id) references client (tenant_id, id)
      );
      create index audit_event_by_object on audit_event (tenant_id, object_id, sequence);
      create index audit_event_by_client on audit_event (tenant_id, client_id, sequence);
      comment on table audit_event is 'Append-only and chained: who, when, what, why, before and after';
      comment on column audit_event.occurred_at is 'Start of the transaction (database clock); the order is that of sequence';
      comment on column audit_event.payload_hash is 'SHA-256 of the canonical JSON of {payload, reason}';
      comment on column audit_event.hash is 'SHA-256 of the canonical JSON of {format: 1, sequence, at, actor, tenantId, clientId, action, objectKind, objectId, payloadHash, previousHash}';
      create function refuse_change() returns trigger language plpgsql as $$ begin raise exception 'append-only'; end $$;
      create trigger audit_event_append_only before update or delete on audit_event for each row execute function refuse_change();
      create trigger audit_event_no_truncate before truncate on audit_event for each statement execute function refuse_change();

      create table outbox (
        tenant_id uuid not null references tenant (tenant_id),
        id uuid not null,
        topic text not null,
        payload jsonb not null,
        created_at timestamptz not null default now(),
        relayed_at timestamptz,
        primary key (tenant_id, id)
      );
      create index outbox_waiting on outbox (tenant_id, id) where relayed_at is null;
      comment on table outbox is 'News to enqueue after commit; payload holds ids only';

      create table operation (
        tenant_id uuid not null references tenant (tenant_id),
        id uuid not null,
        kind text not null,
        subject_id uuid,
        started_by text not null,
        state text not null default 'running' check (state in ('running', 'done', 'failed')),
        phase text not null default '',
        done_count bigint not null default 0,
        total_count bigint,
        failure text,
        started_at timestamptz not null default now(),
        changed_at timestamptz not null default now(),
        primary key (tenant_id, id)
      );
      comment on table operation is 'Progress of long work, written over a connection of its own, polled by the portal';

      create table idempotency_answer (
        tenant_id uuid not null references tenant (tenant_id),
        id uuid not null,
        actor text not null,
        idempotency_key text not null check (length(idempotency_key) between 8 and 100),
        content_hash text not null,
        answer jsonb not null,
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        unique (tenant_id, actor, idempotency_key)
      );
      comment on table idempotency_answer is 'The first answer to a mutation, replayed for the same key and content; kept at least 24 hours';`);
    await stamp(runner, { table: 'audit_head', wall: 'tenant', grants: 'select, insert, update' });
    await stamp(runner, { table: 'audit_event', wall: 'client-or-none', grants: 'select, insert' });
    // Everybody may append an event of no client (he need not be able to read it); an event of a client only within his own scope.
    await runner.query(
      `create policy append_of_no_client on audit_event for insert
         with check (client_id is null and tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));`,
    );
    await stamp(runner, { table: 'outbox', wall: 'tenant' });
    await stamp(runner, { table: 'operation', wall: 'internal' });
    await stamp(runner, { table: 'idempotency_answer', wall: 'tenant', grants: 'select, insert, delete' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table idempotency_answer; drop table operation; drop table outbox; drop table audit_event; drop table audit_head; drop function refuse_change();',
    );
  }
}
