import { IntlMessageFormat } from 'intl-messageformat';
import { formatCount, formatDay, formatInstant, formatKvk, formatMessage, formatWeekday, LANGUAGES, messagesOf, parseDay } from './index.js';
import type { MessageId } from './index.js';

type Element = { readonly type: number; readonly value?: unknown; readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>> };
const TYPES_WITH_ARGUMENT = [1, 2, 3, 4, 5, 6];

/** The arguments of a text with their kind (`count:6` is a plural), nested ones too. */
function argumentsOf(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    const own = TYPES_WITH_ARGUMENT.includes(element.type) ? [`${String(element.value)}:${String(element.type)}`] : [];
    return [...own, ...Object.values(element.options ?? {}).flatMap((option) => argumentsOf(option.value))];
  });
}

const read = (text: string) => [...new Set(argumentsOf(new IntlMessageFormat(text, 'nl').getAst() as readonly Element[]))].sort();
const ids = Object.keys(messagesOf('nl')) as MessageId[];

describe('the texts', () => {
  it('has the same keys in every language, in the same order', () => {
    expect(Object.keys(messagesOf('en'))).toEqual(ids);
  });

  it('asks for the same arguments in every language', () => {
    const differing = ids.filter((id) => read(messagesOf('nl')[id]).join() !== read(messagesOf('en')[id]).join());
    expect(differing).toEqual([]);
  });

  it('leaves no text empty or with loose spaces', () => {
    for (const language of LANGUAGES) {
      expect(ids.filter((id) => messagesOf(language)[id].trim() === '' || messagesOf(language)[id] !== messagesOf(language)[id].trim())).toEqual([]);
    }
  });

  it.each(['succesvol', 'oeps', 'oops', 'successfully', 'autorisatie', 'authorization', ' erkend ', ' uw ', ' u '])('never says "%s"', (word) => {
    const said = LANGUAGES.flatMap((language) => ids.filter((id) => ` ${messagesOf(language)[id].toLowerCase()} `.includes(word)).map((id) => `${language} ${id}`));
    expect(said).toEqual([]);
  });

  it('uses no straight quote, which ICU reads as a sign of its own', () => {
    expect(LANGUAGES.flatMap((language) => ids.filter((id) => messagesOf(language)[id].includes("'")))).toEqual([]);
  });

  it('has the words of a group without clients beside those that speak of clients, with the same arguments', () => {
    const own = ids.filter((id) => id.startsWith('withoutClients.'));
    const twinOf = (id: MessageId) => id.slice('withoutClients.'.length) as MessageId;
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((id) => !ids.includes(twinOf(id)) || read(messagesOf('nl')[id]).join() !== read(messagesOf('nl')[twinOf(id)]).join())).toEqual([]);
    expect(own.filter((id) => /klant/i.test(messagesOf('nl')[id]) || /\bclient/i.test(messagesOf('en')[id].replaceAll(/\{.*\}/g, '')))).toEqual([]);
  });

  it('tells of every refusal what happened, why and what to do', () => {
    const codes = new Set(ids.filter((id) => id.startsWith('problem.') && id !== 'problem.code').map((id) => id.split('.')[1]));
    const missing = [...codes].flatMap((code) => ['what', 'why', 'next'].map((part) => `problem.${String(code)}.${part}`)).filter((id) => !ids.includes(id as MessageId));
    expect(missing).toEqual([]);
  });
});

describe('formatMessage', () => {
  it.each([
    ['nl', 1, 'Verloopt over 1 dag'],
    ['nl', 9, 'Verloopt over 9 dagen'],
    ['en', 1, 'Expires in 1 day'],
    ['en', 9, 'Expires in 9 days'],
  ] as const)('fills in and counts, %s %i', (language, days, text) => {
    expect(formatMessage(language, 'status.ending', { days })).toBe(text);
  });

  it('refuses a text whose argument is missing rather than showing braces', () => {
    expect(() => formatMessage('nl', 'band.onBehalfOf')).toThrow();
  });
});

describe('values', () => {
  it.each([
    ['nl', '2026-12-02', '2 dec 2026'],
    ['nl', '2027-03-14', '14 mrt 2027'],
    ['en', '2027-03-14', '14 Mar 2027'],
  ] as const)('writes a day, %s %s', (language, day, text) => {
    expect(formatDay(language, day)).toBe(text);
  });

  it.each(['', '2026-13-01', '2-12-2026'])('refuses "%s" as a day', (text) => {
    expect(() => formatDay('nl', text)).toThrow(RangeError);
  });

  it.each([
    ['2-12-2026', '2026-12-02'],
    ['2 dec 2026', '2026-12-02'],
    ['14 mrt 27', '2027-03-14'],
    ['1 May 2026', '2026-05-01'],
    ['3 maart', '2026-03-03'],
    ['2026-12-02', '2026-12-02'],
    ['29-02-2027', null],
    ['13-13-2026', null],
    ['morgen', null],
    ['', null],
  ])('reads "%s" as a day', (typed, day) => {
    expect(parseDay(typed, 2026)).toBe(day);
  });

  it('writes weekday, instant, count and KvK number', () => {
    expect(formatWeekday('nl', '2026-11-23')).toBe('maandag 23 november');
    expect(formatInstant('nl', '2026-12-31T23:30:00Z')).toBe('1 jan 2027 00:30');
    expect(formatCount('nl', 9842)).toBe('9.842');
    expect(formatCount('en', 9842)).toBe('9,842');
    expect(formatKvk('62141200')).toBe('6214\u00a01200');
    expect(formatKvk('onbekend')).toBe('onbekend');
  });
});
