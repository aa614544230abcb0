/** What a service tells the launcher that started it. */
export interface ReadyMessage {
  readonly type: 'ready';
  /** The port it listens on, for a service that listens. */
  readonly port?: number;
}

/** Whether something that came over the channel is the ready message. */
export function isReadyMessage(message: unknown): message is ReadyMessage {
  return typeof message === 'object' && message !== null && (message as { type?: unknown }).type === 'ready';
}

/** Tells the launcher; says nothing where there is none, or where it has just gone (sending to it would throw). */
export function tellParent(message: ReadyMessage): void {
  if (!process.connected || process.send === undefined) return;
  process.send(message, undefined, {}, () => undefined);
}
