import { newId } from '@ketenregie/kernel';
import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { type ReviewCounts } from '@ketenregie/reviews-domain';
import { closeRound } from '../close-round.js';
import { type DecidedLines, decideLines } from '../decide-lines.js';
import { keepUsualLines } from '../keep-usual.js';
import { type LineFilter, linesPage, type RecordedLine } from '../lines-page.js';
import { countsByRound } from '../rounds.queries.js';
import { undoAct, undoDecisions } from '../undo-decisions.js';
import { aHalf, anOpenRound, aReviewOffice, manyHalves, record, type ReviewOffice, TODAY } from './a-review-office.js';

export interface Round {
  readonly office: ReviewOffice;
  readonly roundId: string;
  readonly programmeId: string;
  readonly ofA: readonly string[];
  readonly ofB: string;
  readonly ofBram: string;
}

/** What specs do with a round, through the door of a scope. */
export class RoundDesk {
  constructor(private readonly db: TenantDb) {}

  /** An open round: client A has `count` lines alike; client B two, of which one is about Bram himself. */
  async open(count = 4): Promise<Round> {
    const { db } = this;
    const office = await aReviewOffice(db);
    await record(db, office, manyHalves(office, count));
    const [right] = await record(db, office, [aHalf(office, { ...office.b, kind: 'office-half', personId: office.bram.personId }), aHalf(office, office.b)]);
    const { roundId, programmeId } = await anOpenRound(db, office);
    const lines = await this.page(office.scope, roundId);
    const idsOf = (clientId: string): string[] => lines.filter((line) => line.clientId === clientId).map(({ id }) => id);
    const ofBram = lines.find(({ authorisationId }) => authorisationId === right)?.id ?? newId();
    return { office, roundId, programmeId, ofA: idsOf(office.a.clientId), ofB: idsOf(office.b.clientId).find((id) => id !== ofBram) ?? newId(), ofBram };
  }

  page(scope: Scope, roundId: string, filter: LineFilter = {}): Promise<RecordedLine[]> {
    return this.db.read(scope, async (reader) => (await linesPage(reader, { roundId, filter, first: 200, after: null })).edges.map(({ node }) => node));
  }

  counts(scope: Scope, roundId: string): Promise<ReviewCounts | undefined> {
    return this.db.read(scope, async (reader) => (await countsByRound(reader, [roundId])).get(roundId));
  }

  keep(scope: Scope, lineIds: readonly string[], reason: string | null = null): Promise<DecidedLines> {
    return this.db.write(scope, (writer) => decideLines(writer, { lineIds, decision: 'keep', reason }));
  }

  revoke(scope: Scope, lineIds: readonly string[], reason: string | null = 'Niet meer nodig'): Promise<DecidedLines> {
    return this.db.write(scope, (writer) => decideLines(writer, { lineIds, decision: 'revoke', reason }));
  }

  change(scope: Scope, lineIds: readonly string[], reason: string | null = 'Niveau omhoog'): Promise<DecidedLines> {
    return this.db.write(scope, (writer) => decideLines(writer, { lineIds, decision: 'change', reason }));
  }

  undo(scope: Scope, lineIds: readonly string[]): Promise<DecidedLines> {
    return this.db.write(scope, (writer) => undoDecisions(writer, lineIds));
  }

  undoAct(scope: Scope, actId: string): Promise<DecidedLines> {
    return this.db.write(scope, (writer) => undoAct(writer, actId));
  }

  keepUsual(scope: Scope, roundId: string, filter: LineFilter = {}): Promise<DecidedLines> {
    return this.db.write(scope, (writer) => keepUsualLines(writer, { roundId, filter }));
  }

  close(scope: Scope, roundId: string): Promise<string> {
    return this.db.write(scope, (writer) => closeRound(writer, roundId, TODAY));
  }
}
