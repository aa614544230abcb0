import { withConnection } from '@ketenregie/platform/postgres';

/** Locks what the query gives, so that work stops where it comes by; gives how to let go. The address is the superuser's. */
export async function holdRows(superuserUrl: string, query: string): Promise<() => Promise<void>> {
  let letGo: () => void = () => undefined;
  const wanted = new Promise<void>((resolve) => (letGo = resolve));
  let isHeld: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (isHeld = resolve));
  const ended = withConnection(Object.assign(new URL(superuserUrl), { pathname: '/ketenregie' }).toString(), async (client) => {
    await client.query('begin');
    await client.query(query);
    isHeld();
    await wanted;
    await client.query('rollback');
  });
  await Promise.race([held, ended]);
  return () => (letGo(), ended);
}
