import { isId, newId } from './ids.js';

describe('an id', () => {
  it('is a uuid of version 7, later ones sort later, no two are the same', () => {
    const ids = Array.from({ length: 1_000 }, newId);
    expect(new Set(ids).size).toBe(1_000);
    expect(ids.every((id) => isId(id) && id[14] === '7' && '89ab'.includes(id[19] ?? ''))).toBe(true);
    const millis = ids.map((id) => id.slice(0, 13));
    expect(millis).toEqual([...millis].sort());
  });

  it.each(['', 'x', '0190A5E0-0000-7000-8000-000000000000', "' or 1=1"])('is not %j', (text) => expect(isId(text)).toBe(false));
});
