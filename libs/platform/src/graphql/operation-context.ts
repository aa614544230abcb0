import DataLoader from 'dataloader';
import { type CalendarDate, type Clock, DomainError, ForbiddenError, NotFoundError } from '@ketenregie/kernel';
import type { Reader, Snapshot, TenantDb, Writer } from '../db/index.js';
import { onceOnly } from './idempotency.js';
import type { Permissions, SignedIn, Viewer } from './viewer.js';

/** A batch read for nested fields: one statement for all keys of an operation, answers in any order by key. */
export interface Batch<Key, Value> {
  readonly name: string;
  load(reader: Reader, keys: readonly Key[], context: OperationContext): Promise<ReadonlyMap<Key, Value>>;
}

export interface OperationParts {
  readonly requestId: string;
  readonly account: SignedIn | null;
  readonly viewer: Viewer | null;
  readonly idempotencyKey: string | null;
  readonly db: TenantDb;
  readonly clock: Clock;
  readonly permissions: Permissions;
}

/** What every resolver of one operation shares: who asks, one read-only snapshot, the loaders on it, and the door for the one write. */
export class OperationContext {
  private snapshot: Snapshot | undefined;
  private readonly loaders = new Map<string, DataLoader<unknown, unknown>>();

  constructor(private readonly parts: OperationParts) {}

  get requestId(): string {
    return this.parts.requestId;
  }

  get clock(): Clock {
    return this.parts.clock;
  }

  /** The calendar day it is now in the viewer's tenant: by the product's clock, never the browser's. */
  get today(): CalendarDate {
    return this.parts.clock.today(this.viewer.timeZone);
  }

  /** The signed-in account; refuses with UNAUTHENTICATED where nobody is signed in. */
  get account(): SignedIn {
    if (this.parts.account === null) throw new DomainError('UNAUTHENTICATED', 'Sign in first.');
    return this.parts.account;
  }

  /** The member who asks; a tenant that does not exist and one that is not his look the same. */
  get viewer(): Viewer {
    if (this.account && this.parts.viewer === null) throw new NotFoundError('The office or group');
    return this.parts.viewer as Viewer;
  }

  /** The one read-only snapshot of this operation. */
  get reader(): Snapshot {
    return (this.snapshot ??= this.parts.db.snapshot(this.viewer.scope));
  }

  /**
   * Reads what is the viewer's own, at whichever client: the walls between clients do not stand between somebody and his own rights. Null where
   * he is nobody of the staff list. Ask nothing here but what names this person (0067).
   */
  async readOwn<Own>(work: (reader: Reader, personId: string) => Promise<Own>): Promise<Own | null> {
    const { personId, scope } = this.viewer;
    if (personId === null || !scope.isInternal) return null;
    return this.parts.db.read({ ...scope, hasAllClients: true, clientIds: [] }, (reader) => work(reader, personId));
  }

  /** Statements the operation has run in its snapshot. */
  get statementCount(): number {
    return this.snapshot?.statementCount ?? 0;
  }

  /** Whether the viewer's roles allow an action. */
  may(action: string): boolean {
    return this.parts.permissions.allows(this.viewer.roles, action);
  }

  /** Refuses with FORBIDDEN where the viewer's roles do not allow an action. */
  assertMay(action: string): void {
    if (!this.may(action)) throw new ForbiddenError(action);
  }

  /** Loads one value of a batch; undefined where the key has none. */
  load<Key, Value>(batch: Batch<Key, Value>, key: Key): Promise<Value | undefined> {
    const loader = this.loaders.get(batch.name) ?? this.loaderOf(batch as Batch<unknown, unknown>);
    return loader.load(key) as Promise<Value | undefined>;
  }

  /**
   * Runs the one use case of a mutation in its own transaction. With an idempotency key the first answer is replayed for the same
   * content, and other content under the key is refused. The answer holds ids; what is shown of them is read afterwards.
   */
  async write<Answer>(name: string, content: unknown, work: (writer: Writer) => Promise<Answer>): Promise<Answer> {
    const { scope } = this.viewer;
    const key = this.parts.idempotencyKey;
    if (key === null) throw new DomainError('IDEMPOTENCY_KEY_MISSING', 'A mutation needs an Idempotency-Key header.');
    return this.parts.db.write(scope, (writer) => onceOnly({ writer, key, content: { name, content } }, work));
  }

  /** Ends the snapshot; called before the answer leaves, and again when the connection closes. */
  async close(): Promise<void> {
    await this.snapshot?.close();
  }

  private loaderOf(batch: Batch<unknown, unknown>): DataLoader<unknown, unknown> {
    const loader = new DataLoader<unknown, unknown>(async (keys) => {
      const found = await batch.load(this.reader, keys, this);
      return keys.map((key) => found.get(key));
    });
    this.loaders.set(batch.name, loader);
    return loader;
  }
}
