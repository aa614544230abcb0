/** The operator's wish to stop, heard from the first moment on. */
export interface StopWish {
  /** Aborted by the first signal; the steps of a start look at it between each other. */
  readonly signal: AbortSignal;
  /** Resolves with that signal. */
  readonly came: Promise<void>;
  /** Stops listening. */
  forget(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Listens for the wish to stop. Called before anything is started: a signal in the middle of a start would else end this process
 * and leave a database behind. A second signal changes nothing, stopping has its own limits of time.
 */
export function listenForStop(): StopWish {
  const controller = new AbortController();
  const came = new Promise<void>((resolve) => controller.signal.addEventListener('abort', () => resolve(), { once: true }));
  const listener = (): void => controller.abort(new Error('Stopped while starting.'));
  for (const name of SIGNALS) process.on(name, listener);
  return {
    signal: controller.signal,
    came,
    forget: () => {
      for (const name of SIGNALS) process.off(name, listener);
    },
  };
}
