import { connectionFailures } from './connection-failures.js';

it('logs the first failure of a connection at once, then one a minute', () => {
  let now = 0;
  const logged: [number, string][] = [];
  const listener = connectionFailures({ failure: (event) => void logged.push([now, event]) }, 'queue.connection', () => now);
  for (now = 0; now < 150_000; now += 2_000) listener(new Error('connect ECONNREFUSED'));
  expect(logged).toEqual([0, 60_000, 120_000].map((at) => [at, 'queue.connection']));
});
