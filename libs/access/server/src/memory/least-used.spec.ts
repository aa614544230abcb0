import { LeastUsed } from './least-used.js';

describe('what may be thrown away', () => {
  it('goes when there is no room, what was asked for longest ago first', () => {
    const kept = new LeastUsed<string>(100);
    for (const key of ['a', 'b', 'c']) kept.keep(key, key, 30);
    expect(kept.get('a')).toBe('a');
    kept.keep('d', 'd', 40);
    expect(['a', 'b', 'c', 'd'].map((key) => kept.get(key))).toEqual(['a', undefined, 'c', 'd']);
    expect(kept.size).toEqual({ entries: 3, bytes: 100 });
  });

  it('counts what takes the place of something once, and nothing that is gone', () => {
    const kept = new LeastUsed<number>(100);
    kept.keep('a', 1, 40);
    kept.keep('a', 2, 20);
    expect([kept.get('a'), kept.size]).toEqual([2, { entries: 1, bytes: 20 }]);
    kept.drop('a');
    kept.drop('a');
    expect([kept.get('a'), kept.size]).toEqual([undefined, { entries: 0, bytes: 0 }]);
  });

  it('is not kept where it would fill half of the room, and what had its name goes', () => {
    const kept = new LeastUsed<number>(100);
    kept.keep('a', 1, 50);
    kept.keep('a', 2, 51);
    expect([kept.get('a'), kept.size.bytes]).toEqual([undefined, 0]);
  });
});
