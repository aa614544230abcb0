import { calendarDate } from '@ketenregie/kernel';
import { readPersons } from './person-cell.js';
import { createPersonDirectory, hasLeftOn } from './person-directory.js';
import { initialsOf } from './person-names.js';

const known = [
  { name: 'Pieter de Vuursteen', initials: 'PdV', email: 'pieter@kantoor.example' },
  { name: 'Lammert van den Kamperfoelie', initials: 'LvdK' },
  { name: 'Sanne Jansen', initials: 'SJ' },
  { name: 'Ruud Jansen', initials: 'RJ' },
  { name: 'Esmée Meerkoetsma', initials: 'EM' },
  { name: 'Sibylle Peperbus-Hak', initials: 'SP' },
];
const directory = createPersonDirectory([], known);

describe('initialsOf', () => {
  it.each([['Lammert van den Kamperfoelie', 'LvdK'], ['Sibylle Peperbus-Hak', 'SP'], ["Jan van 't Hof", 'JvtH']])('makes %s into %s', (name, initials) => expect(initialsOf(name)).toBe(initials));
});

describe('finding a person', () => {
  it.each([
    ['Pieter de Vuursteen', 'Pieter de Vuursteen'], ['pieter DE vuursteen', 'Pieter de Vuursteen'], ['PdV', 'Pieter de Vuursteen'], ['P.d.V.', 'Pieter de Vuursteen'], ['pdv', 'Pieter de Vuursteen'],
    ['P. de Vuursteen', 'Pieter de Vuursteen'], ['P de Vuursteen', 'Pieter de Vuursteen'], ['de Vuursteen', 'Pieter de Vuursteen'], ['dhr. P. de Vuursteen', 'Pieter de Vuursteen'],
    ['pieter@kantoor.example', 'Pieter de Vuursteen'], ['L. van den Kamperfoelie', 'Lammert van den Kamperfoelie'], ['S. Jansen', 'Sanne Jansen'], ['Jansen, S.', 'Sanne Jansen'],
    ['Esmee Meerkoetsma', 'Esmée Meerkoetsma'], ['S. Peperbus-Hak', 'Sibylle Peperbus-Hak'], ['Sanne Jansen (SJ)', 'Sanne Jansen'],
  ])('knows %j as %s', (text, name) => expect(directory.find(text)).toMatchObject({ kind: 'found', person: { name } }));

  it('assigns nobody where a surname fits two', () => expect(directory.find('Jansen').kind).toBe('ambiguous'));
  it.each(['stagiair', 'Ellen (extern)', 'ZZ', 'K. Jansen', 'Sanne', 'P. Jansen-Smit'])('does not know %j', (text) => expect(directory.find(text).kind).toBe('unknown'));

  it('lets the legend of a file say who left, and fills in what was known', () => {
    const both = createPersonDirectory([{ name: 'Sanne Jansen', initials: 'SaJ', hasLeft: true }], [{ name: 'Sanne Jansen', initials: 'SJ', email: 's@kantoor.example' }]);
    expect(both.find('SaJ')).toMatchObject({ person: { email: 's@kantoor.example', hasLeft: true } });
  });
});

describe('hasLeftOn', () => {
  const today = calendarDate('2026-11-23');
  it.each([
    [{ name: 'a', inServiceUntil: calendarDate('2026-11-22') }, true],
    [{ name: 'a', inServiceUntil: today }, false],
    [{ name: 'a', inServiceUntil: calendarDate('2027-01-31') }, false],
    [{ name: 'a', hasLeft: true }, true],
    [{ name: 'a' }, false],
  ])('%j: %s', (person, left) => expect(hasLeftOn(person, today)).toBe(left));
});

describe('readPersons', () => {
  it.each([
    ['SJ; LvdK; RJ', ['Sanne Jansen', 'Lammert van den Kamperfoelie', 'Ruud Jansen'], []],
    ['S. Jansen / P. de Vuursteen', ['Sanne Jansen', 'Pieter de Vuursteen'], []],
    ['Sanne Jansen, Ruud Jansen', ['Sanne Jansen', 'Ruud Jansen'], []],
    ['Jansen, S., Vuursteen, P. de', ['Sanne Jansen', 'Pieter de Vuursteen'], []],
    ['PdV+RJ', ['Pieter de Vuursteen', 'Ruud Jansen'], []],
    ['PdV en RJ', ['Pieter de Vuursteen', 'Ruud Jansen'], []],
    ['PdV\nRJ', ['Pieter de Vuursteen', 'Ruud Jansen'], []],
    ['SJ; stagiair', ['Sanne Jansen'], ['person-unknown']],
    ['Jansen', [], ['person-ambiguous']],
    ['PdV; P. de Vuursteen', ['Pieter de Vuursteen'], []],
  ])('reads %j', (text, names, categories) => {
    const { persons, remarks, isEmpty } = readPersons(text, directory);
    expect([persons.map((person) => person.name), remarks.map((remark) => remark.category), isEmpty]).toEqual([names, categories, false]);
  });

  it.each(['', '-', 'geen', 'n.v.t.'])('finds nobody named in %j', (text) => expect(readPersons(text, directory)).toEqual({ persons: [], remarks: [], isEmpty: true }));
});
