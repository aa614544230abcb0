/** Tells the milliseconds since it was started: how long something takes or rests, never what time it is. */
export function startStopwatch(): () => number {
  const from = performance.now();
  return () => performance.now() - from;
}
