import { readConfig } from '@ketenregie/platform/config';
import { BEAT_STALE_MS, sinceLastBeat } from '@ketenregie/platform/process';

/** The check of a container: exit 0 while the worker beside it beats in HEARTBEAT_FILE, else 1 and why. An argument says after how many seconds a beat is old. */
const { heartbeatFile } = readConfig(process.env);
const staleMs = process.argv[2] === undefined ? BEAT_STALE_MS : Number(process.argv[2]) * 1000;
const since = heartbeatFile === null ? null : await sinceLastBeat(heartbeatFile);
const seconds = Math.round((since ?? 0) / 1000);
if (since !== null && since <= staleMs) console.log(`The worker is well: it beat ${seconds} s ago.`);
else {
  console.error(since === null ? 'The worker does not beat: HEARTBEAT_FILE is not set, or it does not run.' : `The worker beat ${seconds} s ago for the last time: it hangs, or cannot reach its database or queue.`);
  process.exitCode = 1;
}
