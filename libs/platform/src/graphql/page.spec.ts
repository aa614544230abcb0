import { cursorOf, isInstantPart, isNumberPart, pageOf, pageSize, placeOf, placeOfKinds } from './page.js';

describe('a cursor', () => {
  it('gives back the place it was made of', () => {
    expect(placeOf(cursorOf(['2026-11-23', 'id']), 2)).toEqual(['2026-11-23', 'id']);
    expect(placeOf(null, 2)).toBeNull();
  });

  it.each(['', 'zomaar', cursorOf(['one part']), cursorOf(['a\0', 'b']), Buffer.from('[1,2]').toString('base64url')])('is refused when it is %j', (cursor) => {
    expect(() => placeOf(cursor, 2)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field: 'after' }));
  });
});

describe('a cursor of parts that are no texts', () => {
  const kinds = [isInstantPart, isNumberPart];

  it('gives back the place it was made of', () => {
    const place = ['2026-11-23T09:00:00.000001Z', '17'];
    expect(placeOfKinds(cursorOf(place), kinds)).toEqual(place);
    expect(placeOfKinds(undefined, kinds)).toBeNull();
  });

  it.each([['x', '1'], ['2026-13-23T09:00:00.000000Z', '1'], ['+275760-09-13T00:00:00.000000Z', '1'], ['2026-11-23T09:00:00.000001Z', '-1'], ['2026-11-23T09:00:00.000001Z', '9'.repeat(19)]])('is refused for %j, %j', (...place) => {
    expect(() => placeOfKinds(cursorOf(place), kinds)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field: 'after' }));
  });
});

describe('a page', () => {
  const place = (row: string) => [row];

  it('says whether there is more', () => {
    expect(pageOf(['a', 'b', 'c'], { first: 2, after: null, place }).pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: cursorOf(['a']),
      endCursor: cursorOf(['b']),
    });
    expect(pageOf(['c'], { first: 2, after: ['b'], place }).pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(pageOf([], { first: 2, after: null, place }).pageInfo).toMatchObject({ startCursor: null, endCursor: null });
  });

  it('is never silently cut: a size out of bounds is refused', () => {
    for (const first of [0, -1, 201, 1.5]) expect(() => pageSize(first)).toThrow(expect.objectContaining({ field: 'first' }));
    expect(pageSize(200)).toBe(200);
  });
});
