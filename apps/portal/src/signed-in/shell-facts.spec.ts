import { bandSubjectOf } from './shell-facts.js';

const blom = { id: 'b', name: 'Blom Zorg B.V.', otherNames: [], kvkNumber: '90001201', clientNumber: '7', town: 'Assen' };
const all = { name: 'Kantoor Noord', count: 24 };
const one = { kind: 'company', name: 'Blom Zorg B.V.', kvk: '90001201', town: 'Assen', clientNumber: '7' };

describe('for whom one acts', () => {
  it.each([
    ['all, with their number', { company: null, openKey: null, recent: [] }, all, { kind: 'all', ...all }],
    ['all, and no number that is not known yet', { company: null, openKey: null, recent: [blom] }, { ...all, count: undefined }, { kind: 'all', name: 'Kantoor Noord' }],
    ['the open company', { company: blom, openKey: '90001201', recent: [] }, all, one],
    ['one that was open before, while it is fetched', { company: null, openKey: '90001201', recent: [blom] }, all, one],
    ['the number of one that is fetched, never all', { company: null, openKey: '90001202', recent: [blom] }, all, { kind: 'opening', kvk: '90001202' }],
    ['one without a number that is fetched', { company: null, openKey: 'x-a', recent: [] }, all, { kind: 'opening', kvk: null }],
  ] as const)('is %s', (_, opened, office, subject) => expect(bandSubjectOf(opened, office)).toEqual(subject));
});
