import type { AccessRow } from './access-columns.js';
import { rosterOf } from './roster-of.js';

const row = (personName: string, serviceNameNl: string): AccessRow => ({ personId: personName, personName, companyId: 'c', companyName: 'C', companyKvk: null, serviceKey: serviceNameNl, serviceNameNl, serviceNameEn: serviceNameNl, level: 'EH3', requiredLevel: 'EH3', can: 'yes', may: 'yes', mayNot: [], certainty: 'seen', status: 'complete', endsOn: null, repairableUntil: null, seenOn: null, firstBreak: null });

it('sets people against portals, both by name, and leaves empty where there is no path', () => {
  const { people, services } = rosterOf([row('Zoë', 'UWV'), row('Bram', 'KVK'), row('Zoë', 'KVK')], 'nl');
  expect(services.map(({ key }) => key)).toEqual(['KVK', 'UWV']);
  expect(people.map(({ name, cells }) => [name, [...cells.keys()].sort()])).toEqual([['Bram', ['KVK']], ['Zoë', ['KVK', 'UWV']]]);
});
