import { createHash } from 'node:crypto';
import { DomainError, newId } from '@ketenregie/kernel';
import { type Writer, canonicalJson } from '../db/index.js';

export interface Attempt {
  readonly writer: Writer;
  readonly key: string;
  readonly content: unknown;
}

interface Stored {
  readonly content_hash: string;
  readonly answer: unknown;
}

/**
 * Runs work once per actor and key, inside the caller's transaction: parallel attempts wait for one another, the same content gets the
 * first answer again, other content is refused. A rollback forgets the key too.
 */
export async function onceOnly<Answer>({ writer, key, content }: Attempt, work: (writer: Writer) => Promise<Answer>): Promise<Answer> {
  if (key.length < 8 || key.length > 100) throw new DomainError('INVALID_INPUT', 'An Idempotency-Key has 8 to 100 characters.', 'Idempotency-Key');
  const { actor, tenantId } = writer.scope;
  const contentHash = createHash('sha256').update(canonicalJson(content)).digest('hex');
  await writer.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${tenantId} ${actor} ${key}`]);
  const [stored] = await writer.query<Stored>('select content_hash, answer from idempotency_answer where actor = $1 and idempotency_key = $2', [actor, key]);
  if (stored !== undefined) {
    if (stored.content_hash !== contentHash) throw new DomainError('IDEMPOTENCY_CONFLICT', 'This Idempotency-Key was used for something else.', 'Idempotency-Key');
    return stored.answer as Answer;
  }
  const answer = await work(writer);
  await writer.query('insert into idempotency_answer (id, actor, idempotency_key, content_hash, answer) values ($1, $2, $3, $4, $5)', [
    newId(), actor, key, contentHash, JSON.stringify(answer ?? null),
  ]);
  return answer;
}
