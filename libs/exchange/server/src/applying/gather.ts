/**
 * All that comes in chunks, at once. Companies, people and means of one file are recorded in one go: whom a row speaks of follows from the
 * rows after it too, and cut in two the same file would make others the second time. There are far fewer of them than rights.
 */
export async function gather<Value>(chunks: AsyncIterable<readonly Value[]>): Promise<Value[]> {
  const all: Value[] = [];
  for await (const chunk of chunks) for (const value of chunk) all.push(value);
  return all;
}
