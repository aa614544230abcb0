// Measuring in pairs: the parties take turns within each round, so that whatever else the machine does hits them alike.

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Milliseconds that some work takes. */
export async function timed(work) {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.floor(values.length * share)];

/** As `inTurns`, where each party times a part of its work itself and returns it; gives p50 and p95 of each. */
export async function spreadInTurns(rounds, parties) {
  const times = Object.fromEntries(Object.keys(parties).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) for (const [name, work] of Object.entries(parties)) times[name].push(await work(round));
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, { p50: quantile(values, 0.5), p95: quantile(values, 0.95) }]));
}

/** Runs `{name: work}` in turns for a number of rounds; gives the median milliseconds of each. */
export async function inTurns(rounds, parties) {
  const times = Object.fromEntries(Object.keys(parties).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) for (const [name, work] of Object.entries(parties)) times[name].push(await timed(() => work(round)));
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
}

/** A line of a table: what, its figure, and how it stands to the yardstick. */
export function row(what, figure, { ratio, goal }) {
  console.log(`${what.padEnd(46)} ${figure.padStart(14)}   ratio ${ratio.toFixed(2).padStart(7)}${goal === undefined ? '' : `   goal ${goal}`}`);
}
