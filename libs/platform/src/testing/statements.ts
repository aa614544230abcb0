import { Client } from 'pg';

/** What this process sent to PostgreSQL since it was last asked, and the end of listening. */
export interface StatementsHeard {
  /** The texts in the order in which they were sent, without their values; begins anew. */
  take(): string[];
  stop(): void;
}

const textOf = (sent: unknown): string => (typeof sent === 'string' ? sent : String((sent as { readonly text?: unknown } | undefined)?.text ?? ''));

/** Hears each statement that any connection of this process sends: what was looked up tells as much as how long it took, and does not waver. */
export function hearStatements(): StatementsHeard {
  let heard: string[] = [];
  const send = Reflect.get(Client.prototype, 'query') as (...sent: unknown[]) => unknown;
  Reflect.set(Client.prototype, 'query', function (this: Client, ...sent: unknown[]): unknown {
    heard.push(textOf(sent[0]));
    return send.apply(this, sent);
  });
  return {
    take() {
      const taken = heard;
      heard = [];
      return taken;
    },
    stop: () => void Reflect.set(Client.prototype, 'query', send),
  };
}
