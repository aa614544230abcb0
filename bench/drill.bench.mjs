// Notices while their worker is killed again and again: what came of them at a mail server in a process of its own, on both queue backends.
// npm run bench -- drill [--seed N] [--notices N] [--kills N]
import { parseArgs } from 'node:util';
import { createTestDatabase, queueBackends } from '../libs/platform/dist/testing/index.js';
import { runDrill } from '../apps/worker/dist/testing/index.js';
import { backendsLine } from '../tools/jest/find-redis.mjs';

const COLUMNS = ['queue', 'mail server', 'expected', 'delivered', 'lost', 'double', 'parked (of which delivered)', 'kills', 'in doubt at a kill', 's'];

function settings(args) {
  const { values } = parseArgs({ args, options: { seed: { type: 'string' }, notices: { type: 'string', default: '2000' }, kills: { type: 'string', default: '20' } } });
  const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.seed);
  return { seed, notices: Number(values.notices), kills: Number(values.kills) };
}

const line = (cells) => console.log(cells.map((cell, nr) => String(cell).padEnd(Math.max(COLUMNS[nr].length, 20))).join('  ').trimEnd());

async function drill(asked) {
  const database = await createTestDatabase();
  try {
    return await runDrill({ ...asked, database });
  } finally {
    await database.drop();
  }
}

export default async function drills(args) {
  const asked = settings(args);
  console.log(`${backendsLine(process.env)}\nseed ${asked.seed} (again: --seed ${asked.seed}); ${asked.notices} notices, the worker killed ${asked.kills} times\n`);
  line(COLUMNS);
  let faults = 0;
  for (const backend of queueBackends()) {
    for (const canBeAsked of [true, false]) {
      const { expected, delivered, lost, double, parked, parkedDelivered, kills, unknowns, seconds } = await drill({ ...asked, backend, canBeAsked });
      line([backend.name, canBeAsked ? 'can be asked' : 'cannot be asked', expected, delivered, lost, double, `${parked} (${parkedDelivered})`, kills, unknowns, seconds]);
      faults += lost + double + (canBeAsked ? parked : 0);
    }
  }
  console.log('\nlost: neither delivered nor shown to a person. parked: kept for a person, since a mail server that cannot be asked leaves it in doubt.');
  if (faults > 0) process.exitCode = 1;
}
