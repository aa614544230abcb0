/** What a service tells the launcher that started it: it serves. */
const READY = 'ready';

/** Whether something that came over the channel says that the service is ready. */
export function isReadyMessage(message: unknown): boolean {
  return message === READY;
}

/** Tells the launcher; says nothing where there is none, or where it has just gone (sending to it would throw). */
export function tellParentReady(): void {
  if (process.connected) process.send?.(READY, undefined, {}, () => undefined);
}
