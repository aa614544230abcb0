import { changeOfCompany, COMPANY_FIELDS, draftOfCompany, newCompanyOf, NO_COMPANY, problemsOfCompany } from './company-draft.js';

const company = { id: 'c', name: 'Blom Zorg B.V.', kvkNumber: '90001201', rsin: null, legalForm: 'BV', town: 'Assen', groupName: null, accountable: null, endedOn: null };
const text = (id: string) => id;

describe('the form of a company', () => {
  it('records what was typed alone, numbers without the spaces people put in them', () => {
    expect(newCompanyOf({ ...NO_COMPANY, name: ' Blom Zorg B.V. ', kvkNumber: '9000 1201', clientNumber: '2004' })).toEqual({ name: 'Blom Zorg B.V.', kvkNumber: '90001201', clientNumber: '2004' });
  });

  it.each([
    ['nothing where nothing was typed', {}, {}],
    ['nothing where a number is only grouped', { kvkNumber: '9000 1201' }, {}],
    ['another town alone', { town: 'Meppel' }, { town: 'Meppel' }],
    ['an emptied form as taken away', { legalForm: ' ' }, { legalForm: null }],
    ['its last day', { endedOn: '2026-12-31' }, { endedOn: '2026-12-31' }],
  ])('sends %s', (_, typed, sent) => expect(changeOfCompany({ ...draftOfCompany(company), ...typed }, company)).toEqual({ id: 'c', ...sent }));

  it.each([
    ['no name', { name: ' ' }, [COMPANY_FIELDS.name]],
    ['seven digits', { kvkNumber: '9000120' }, [COMPANY_FIELDS.kvkNumber]],
    ['an RSIN of eight', { rsin: '12345678' }, [COMPANY_FIELDS.rsin]],
    ['nothing where it is whole', { kvkNumber: '9000.1202', rsin: '123 456 782' }, []],
  ])('refuses %s', (_, typed, fields) => expect(problemsOfCompany({ ...draftOfCompany(company), ...typed }, text).map(({ fieldId }) => fieldId)).toEqual(fields));
});
