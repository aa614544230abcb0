import { passesElevenCheck } from '@ketenregie/kernel';
import { isTradeNameOfPerson, saysSoleTrader } from './citizen-number.js';
import { cleanText, looksLikeFormula } from './clean-text.js';
import { companyNameKey } from '@ketenregie/companies-domain';
import { hasLegalForm, splitHeading } from './company-names.js';
import type { GridCell } from './grid.js';
import { columnLetter } from './grid.js';
import { readKvkNumber, readRsin } from './kvk-number.js';
import { readLevel } from './level-text.js';
import { readMatrixCell } from './matrix-cell.js';
import { readMeansStatus, readRightStatus, saysLeft } from './status-text.js';

const text = (value: string): GridCell => ({ kind: 'text', text: value });
const number = (value: string): GridCell => ({ kind: 'number', text: value });
const sheet = { isTextFile: false, isNaturalPerson: false };

describe('columnLetter', () => {
  it.each([[0, 'A'], [25, 'Z'], [26, 'AA'], [701, 'ZZ'], [702, 'AAA']])('calls column %i %s', (index, letter) => expect(columnLetter(index)).toBe(letter));
});

describe('passesElevenCheck', () => {
  it.each([['999992053', true], ['992701399', true], ['992815001', false], ['000000000', false], ['99999205', false], ['99999205x', false]])('%s: %s', (digits, passes) =>
    expect(passesElevenCheck(digits)).toBe(passes));
});

describe('sole traders', () => {
  it.each([['Eenmanszaak', true], ["zzp'er", true], ['zzper', true], ['BV', false], ['groepszzpx', false]])('hears in %j a sole trader: %s', (said, is) => expect(saysSoleTrader(said)).toBe(is));
  it.each([['T. Zwaan h.o.d.n. Bakker', true], ['T. Zwaan HODN Bakker', true], ['Zwaan B.V. h.o.d.n. Bakker', false], ['Bakker', false]])('reads %j as a person with a trade name: %s', (name, is) =>
    expect(isTradeNameOfPerson(name)).toBe(is));
});

describe('cleanText', () => {
  it.each([
    ['  Nul\u0000punt ', 'Nulpunt', true],
    ['Rechts\u202enaar\u202c', 'Rechtsnaar', true],
    ['a\u200bb\ufeff', 'ab', true],
    ['👩\u200d🌾 Boer', '👩\u200d🌾 Boer', false],
    ['a\u200db', 'ab', true],
    ['\t=1+1', '=1+1', false],
    ['een\r\ntwee\u00a0 drie', 'een\ntwee drie', false],
  ])('makes %j plain', (raw, plain, hadUnusual) => expect(cleanText(raw)).toEqual({ text: plain, hadUnusual }));
});

describe('looksLikeFormula', () => {
  it.each([['=1+1', true], ['@Werk', true], ['+31 20 B.V.', true], ['-Streep-', true], ['-', false], ['- zie dossier', false], ['-12,50', false], ['+31 20 123', false], ['--', false], ['EH2+', false]])(
    '%j: %s', (value, is) => expect(looksLikeFormula(value)).toBe(is));
});

describe('readKvkNumber', () => {
  it.each([
    [text('90004412'), '90004412', null, []],
    [number('90004412'), '90004412', null, []],
    [number('901007'), '00901007', null, ['kvk-leading-zero-restored']],
    [number('12345'), '00012345', null, ['kvk-leading-zero-restored']],
    [number('9001007'), '09001007', null, ['kvk-leading-zero-restored']],
    [number('1234'), null, null, ['kvk-invalid']],
    [text('9000015'), null, null, ['kvk-invalid']],
    [text('901007'), null, null, ['kvk-invalid']],
    [text('9000 4412'), '90004412', null, ['kvk-normalised']],
    [text('90.004.412'), '90004412', null, ['kvk-normalised']],
    [text('9000-4412'), '90004412', null, ['kvk-normalised']],
    [text('KvK-nr. 90004412'), '90004412', null, ['kvk-normalised']],
    [text('K.v.K. 90004412'), '90004412', null, ['kvk-normalised']],
    [text('KvK: 90004412'), '90004412', null, ['kvk-normalised']],
    [text('992701399'), null, '992701399', ['rsin-instead-of-kvk']],
    [number('992701399'), null, '992701399', ['rsin-instead-of-kvk']],
    [text('RSIN 992701399'), null, '992701399', ['rsin-instead-of-kvk']],
    [text('992815001'), null, null, ['kvk-invalid']],
    [text('volgt'), null, null, ['kvk-invalid']],
    [text('?'), null, null, ['kvk-invalid']],
    [text('123456789012'), null, null, ['kvk-invalid']],
    [text('-'), null, null, ['kvk-missing']],
    [null, null, null, ['kvk-missing']],
  ])('reads %j', (cell, kvk, rsin, categories) => {
    const read = readKvkNumber(cell, sheet);
    expect([read.kvk, read.rsin, read.remarks.map((remark) => remark.category)]).toEqual([kvk, rsin, categories]);
  });

  it('drops a nine-digit number of a sole trader', () => {
    const read = readKvkNumber(text('999993033'), { ...sheet, isNaturalPerson: true });
    expect(read).toMatchObject({ kvk: null, rsin: null, remarks: [{ category: 'bsn-in-text', value: '(withheld)' }, { category: 'kvk-missing' }] });
  });

  it('restores zeros in a text file, where seven digits have two readings', () => {
    expect(readKvkNumber(text('901007'), { ...sheet, isTextFile: true }).kvk).toBe('00901007');
    expect(readKvkNumber(text('9000015'), { ...sheet, isTextFile: true })).toMatchObject({ kvk: null, remarks: [{ category: 'kvk-invalid', ambiguous: true }] });
  });
});

describe('readRsin', () => {
  it.each([[text('992701399'), '992701399'], [text('9927.01.399'), '992701399'], [text('992815001'), null], [null, null]])('reads %j as %s', (cell, rsin) =>
    expect(readRsin(cell, sheet).rsin).toBe(rsin));
});

describe('readLevel', () => {
  it.each([
    ['EH3', 'EH3', []], ['eH3', 'EH3', []], ['EH 3', 'EH3', []], ['eh-3', 'EH3', []], ['niveau 3', 'EH3', []], ['Niveau: 4', 'EH4', []], ['3', 'EH3', []], ['eHerkenning 3', 'EH3', []],
    ['eHerkenning niveau 3', 'EH3', []], ['EH2+', 'EH2+', []], ['2+', 'EH2+', []], ['EH 2 plus', 'EH2+', []], ['EH3 (substantieel)', 'EH3', []], ['EH3 met sms', 'EH3', []], ['level 4', 'EH4', []],
    ['laag', 'EH2+', ['level-by-eidas-name']], ['Basis', 'EH2+', ['level-by-eidas-name']], ['substantieel', 'EH3', ['level-by-eidas-name']], ['eIDAS hoog', 'EH4', ['level-by-eidas-name']],
    ['EH2', 'EH2', ['level-legacy']], ['1', 'EH1', ['level-legacy']],
    ['', null, ['level-missing']], ['-', null, ['level-missing']],
    ['?', null, ['level-unreadable']], ['EH5', null, ['level-unreadable']], ['EH3+', null, ['level-unreadable']], ['EH3/EH4', null, ['level-unreadable']], ['33', null, ['level-unreadable']],
  ])('reads %j as %s', (value, level, categories) => {
    const read = readLevel(value);
    expect([read.level, read.remarks.map((remark) => remark.category)]).toEqual([level, categories]);
  });
});

describe('statuses', () => {
  it.each([['Ja', 'active'], ['JA ', 'active'], ['Aangevraagd', 'requested'], ['vervallen', 'ended'], ['Beëindigd', 'ended'], ['Nee', 'none'], ['n.v.t.', 'none'], ['misschien', 'unknown'], ['', 'unknown']])(
    'reads the right %j as %s', (value, status) => expect(readRightStatus(value)).toBe(status));
  it.each([['ACTIVE', 'active'], ['Suspended', 'suspended'], ['REVOKED', 'withdrawn'], ['Ingetrokken', 'withdrawn'], ['geblokkeerd', 'suspended'], ['', 'unknown']])(
    'reads the means %j as %s', (value, status) => expect(readMeansStatus(value)).toBe(status));
  it.each([['uit dienst', true], ['Uit-dienst per 1-1', true], ['medewerker', false], ['', false]])('hears in %j that somebody left: %s', (value, has) => expect(saysLeft(value)).toBe(has));
});

describe('company names', () => {
  it.each([
    ['Jansen B.V.', 'JANSEN BV', true], ['Jansen & Zn. V.O.F.', 'jansen & zn vof', true], ['Jansen besloten vennootschap', 'Jansen BV', true], ['IJs-vogel B.V.', 'IJsvogel BV', true],
    ['Jansen B.V.', 'Jansen & Partners', false], ['Jansen B.V.', 'Jansen N.V.', false], ['Café B.V.', 'Cafe B.V.', false],
  ])('holds %j and %j for the same: %s', (left, right, same) => expect(companyNameKey(left) === companyNameKey(right)).toBe(same));

  it.each([['Peperbus B.V.', true], ['Stichting De Bolder', true], ['Jansen VOF', true], ['Let op: pasjes inleveren', false], ['bv', true]])('sees a legal form in %j: %s', (name, has) =>
    expect(hasLegalForm(name)).toBe(has));

  it.each([
    ['Peperbus B.V. (KvK 90004710)', 'Peperbus B.V.', '90004710'],
    ['Peperbus B.V., KvK-nr. 90004713', 'Peperbus B.V.', '90004713'],
    ['Peperbus B.V. - kvk 9000 4716', 'Peperbus B.V.', '9000 4716'],
    ['Peperbus B.V. 90004716', 'Peperbus B.V.', '90004716'],
    ['Peperbus B.V.', 'Peperbus B.V.', null],
    ['Peperbus B.V. KvK: volgt', 'Peperbus B.V.', 'volgt'],
  ])('takes the heading %j apart', (heading, name, kvkText) => expect(splitHeading(heading)).toEqual({ name, kvkText }));
});

describe('readMatrixCell', () => {
  it.each([
    ['-', { kind: 'nothing' }], ['n.v.t.', { kind: 'nothing' }], ['', { kind: 'nothing' }], ['?', { kind: 'unclear' }], ['X', { kind: 'marked' }], ['aangevraagd', { kind: 'requested' }],
    ['EH3 IvO t/m 02/02/27', { kind: 'right', level: 'EH3', persons: 'IvO', until: '02/02/27' }],
    ['EH2+ IvO+NdW t/m jul 2030', { kind: 'right', level: 'EH2+', persons: 'IvO+NdW', until: 'jul 2030' }],
    ['EH2+ LvdK', { kind: 'right', level: 'EH2+', persons: 'LvdK', until: '' }],
    ['eH 3: PdV, t/m onbepaald', { kind: 'right', level: 'eH 3', persons: 'PdV', until: 'onbepaald' }],
    ['niveau 3\nPdV + SJ\n1-2-2028', { kind: 'right', level: 'niveau 3', persons: 'PdV + SJ', until: '1-2-2028' }],
    ['PdV', { kind: 'right', level: '', persons: 'PdV', until: '' }],
  ])('reads %j', (value, cell) => expect(readMatrixCell(text(value))).toEqual(cell));
});
