import { assertNewTenant } from './tenant.js';

const proper = { slug: 'kantoor-noord', name: 'Kantoor Noord', kind: 'office', kvkNumber: '90000011' } as const;

describe('a new tenant', () => {
  it('is accepted with a slug, a name and a KvK number', () => {
    expect(() => assertNewTenant(proper)).not.toThrow();
  });

  it.each([
    ['capitals in the slug', { slug: 'Kantoor' }, 'slug'],
    ['a double hyphen', { slug: 'a--b' }, 'slug'],
    ['a slug of the product itself', { slug: 'graphql' }, 'slug'],
    ['no name', { name: ' ' }, 'name'],
    ['a KvK number of seven digits', { kvkNumber: '9000011' }, 'kvk'],
  ])('is refused with %s, naming the field', (_, change, field) => {
    expect(() => assertNewTenant({ ...proper, ...change })).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field }));
  });
});
