import type { CompanyMention } from './company-register.js';
import { CompanyRegister } from './company-register.js';

const mention = (row: number, name: string, said: Partial<CompanyMention> = {}): CompanyMention => ({ row, name, kvk: null, rsin: null, clientNumber: null, ...said });

/** Meets rows in turn; says which company each was, and what was remarked. */
function meetAll(...mentions: readonly CompanyMention[]): { register: CompanyRegister; met: (readonly [number, ...string[]])[] } {
  const register = new CompanyRegister();
  const met = mentions.map((each) => {
    const { company, remarks } = register.meet(each);
    return [company.id, ...remarks.map(({ category, relatedRow }) => `${category} ${relatedRow}`)] as const;
  });
  return { register, met };
}

describe('CompanyRegister', () => {
  it('finds a company by KvK, then RSIN, then client number with the same name, then a name without number', () => {
    const { met } = meetAll(
      mention(2, 'Alfa B.V.', { kvk: '00000012', rsin: '001234567' }),
      mention(3, 'Alfa', { kvk: '00000012' }),
      mention(4, 'ALFA BV', { rsin: '001234567' }),
      mention(5, 'Beta', { clientNumber: 'K1' }),
      mention(6, 'beta', { clientNumber: 'K1', kvk: '90000011' }),
      mention(7, 'Beta', { clientNumber: 'K1', kvk: '90000022' }),
      mention(8, 'Gamma'),
      mention(9, 'gamma.'),
    );
    expect(met).toEqual([[0], [0, 'same-company-two-names 2'], [0], [1], [1], [2, 'same-name-two-kvk 5'], [3], [3]]);
  });

  it('remarks on two names for one number and on two numbers for one name, with the row that came first', () => {
    const { met } = meetAll(mention(2, 'Alfa', { kvk: '90000011' }), mention(3, 'Omega', { kvk: '90000011' }), mention(4, 'Alfa', { kvk: '90000022' }), mention(5, 'Omega', { kvk: '90000011' }));
    expect(met).toEqual([[0], [0, 'same-company-two-names 2'], [1, 'same-name-two-kvk 2'], [0, 'same-company-two-names 2']]);
  });

  it('remarks where the company of an RSIN is given another KvK number than it has', () => {
    const { met } = meetAll(mention(2, 'Alfa', { kvk: '90000011', rsin: '001234567' }), mention(3, 'Alfa', { kvk: '90000022', rsin: '001234567' }));
    expect(met).toEqual([[0], [0, 'same-name-two-kvk 2']]);
  });

  it('gives what later rows added: names, numbers with their zeros, the client number, rows', () => {
    const { register } = meetAll(mention(2, '', { kvk: '00000012' }), mention(3, 'Alfa', { kvk: '00000012', clientNumber: '07' }), mention(4, 'Alpha', { kvk: '00000012', rsin: '001234567' }), mention(5, 'alpha', { kvk: '00000012' }));
    register.goOn(0, 6);
    expect([...register.companies()]).toEqual([{ kvk: '00000012', rsin: '001234567', name: 'Alfa', clientNumber: '07', otherNames: ['Alpha'], rows: [2, 3, 4, 5, 6] }]);
    expect([...register.numberless()]).toEqual([]);
  });
});
