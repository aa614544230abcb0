import { Injectable } from '@nestjs/common';
import { factsVersion, type Reader, startStopwatch, systemScope, TenantDb } from '@ketenregie/platform/db';
import type { Moment } from '../moment.js';
import type { Asked } from '../subjects.queries.js';
import { type AccessAnswers, answerAccess, answersOf } from '../world.queries.js';
import { LeastUsed } from './least-used.js';
import { readTenant } from './read-tenant.js';
import { bytesOf, TenantFacts } from './tenant-facts.js';

const MAX_BYTES = 256 * 1024 * 1024;

/** Facts are read into memory for this many questions that the tables had to answer, and not for one. */
const WORTH_READING = 3;

/** Reading takes at most this part of the time of a tenant whose facts change all the time; in between the tables answer. */
const REST = 20;

/** A tenant that has no room is looked at again after so long, ms. */
const NO_ROOM_REST = 10 * 60_000;

interface Wish {
  missed: number;
  /** Whether it was read a short while ago. */
  isResting: () => boolean;
}

/**
 * Answers questions from the facts of a tenant in memory, where these are of the very version that the asker's snapshot shows: one statement, which reads
 * that version. Otherwise the tables answer, as they do for what was known at an instant (decision 0065).
 */
@Injectable()
export class AccessMemory {
  private readonly kept = new LeastUsed<TenantFacts>(MAX_BYTES);
  private readonly wishes = new Map<string, Wish>();
  private reading: Promise<void> | null = null;

  constructor(private readonly db: TenantDb) {}

  /** Can and may somebody log in? The same answers as `answerAccess`, and the same errors. */
  async answer(reader: Reader, asked: Asked, moment: Moment): Promise<AccessAnswers> {
    const facts = moment.knownAt === null ? await this.factsOf(reader) : null;
    const scope = reader.snapshotOf;
    if (facts === null || scope === undefined) return answerAccess(reader, asked, moment);
    const look = { scope, on: moment.on };
    const subjects = facts.subjects(asked, look);
    return answersOf(subjects, facts.facts(subjects, look), { asked, moment });
  }

  /** Ends when nothing is being read. */
  async settled(): Promise<void> {
    await this.reading;
  }

  private async factsOf(reader: Reader): Promise<TenantFacts | null> {
    const scope = reader.snapshotOf;
    const version = scope === undefined ? null : await factsVersion(reader);
    if (scope === undefined || version === null) return null;
    const facts = this.kept.get(scope.tenantId);
    if (facts?.version === version) return facts;
    this.wish(scope.tenantId);
    return null;
  }

  private wish(tenantId: string): void {
    const wish = this.wishes.get(tenantId) ?? { missed: 0, isResting: () => false };
    this.wishes.set(tenantId, wish);
    wish.missed += 1;
    if (this.reading !== null || wish.missed < WORTH_READING || wish.isResting()) return;
    // A tenant that cannot be read stays with the tables, whose questions say what is wrong.
    this.reading = this.read(tenantId, wish).catch(() => undefined).finally(() => (this.reading = null));
  }

  /** Reads with the rights of the tenant itself; what somebody may see of it is decided at each question. */
  private async read(tenantId: string, wish: Wish): Promise<void> {
    const taken = startStopwatch();
    let hasRoom = true;
    try {
      const rows = await this.db.read(systemScope(tenantId), readTenant);
      if (rows !== null) hasRoom = this.kept.keep(tenantId, new TenantFacts(rows), bytesOf(rows));
    } finally {
      const [rest, rested] = [hasRoom ? REST * taken() : NO_ROOM_REST, startStopwatch()];
      wish.missed = 0;
      wish.isResting = () => rested() < rest;
    }
  }
}
