import { readCompaniesSearch } from './companies-search.js';
import { companyKeyOf, companyOfKey } from './company-key.js';

describe('the address of a company', () => {
  it.each([
    ['its KvK number', { id: 'a', kvkNumber: '00001202' }, '00001202', { kvkNumber: '00001202' }],
    ['its id where it has none', { id: 'a', kvkNumber: null }, 'x-a', { id: 'a' }],
  ])('is %s', (_, company, key, asked) => {
    expect(companyKeyOf(company)).toBe(key);
    expect(companyOfKey(key)).toEqual(asked);
  });

  it('reads search and order, and leaves out what it does not know', () => {
    expect(readCompaniesSearch({ zoek: 'blom', volgorde: 'client-number' })).toEqual({ zoek: 'blom', volgorde: 'client-number' });
    expect(readCompaniesSearch({ zoek: 1, volgorde: 'size' })).toEqual({});
  });
});
