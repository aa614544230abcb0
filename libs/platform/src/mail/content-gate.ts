import { Readable } from 'node:stream';

/** Asked once the mail server wants the content, before its first byte; false, or a failure, takes the message back. */
export type BeforeContent = () => Promise<boolean>;

/** What the gate of one message came to. */
export interface ContentGate {
  /** Whether the content was let go: from then on the server may have the message, before that it cannot. */
  wasOpened(): boolean;
  /** Ends the attempt where the gate stayed shut. */
  readonly signal: AbortSignal;
  /** The same content, none of which comes before the gate is open. */
  behind(content: Readable): Readable;
}

/**
 * Makes the gate of one message. A server has a message when its last dot came (RFC 5321, 4.1.1.4); up to the first byte of the content nothing can have been
 * taken, whatever ends the connection or the process. The stream ends in an error where the gate stays shut, never in a last dot.
 */
export function contentGate(before: BeforeContent): ContentGate {
  const ending = new AbortController();
  let isOpen = false;
  async function* gated(content: Readable): AsyncGenerator<Buffer> {
    isOpen = await before().catch(() => false);
    if (!isOpen) {
      ending.abort();
      throw new Error('taken back');
    }
    for await (const chunk of content) yield chunk as Buffer;
  }
  return {
    wasOpened: () => isOpen,
    signal: ending.signal,
    // The one who waits hears of it by the signal; without a listener the process would end.
    behind: (content) => Readable.from(gated(content), { objectMode: false }).on('error', () => undefined),
  };
}
