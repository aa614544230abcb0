import type { CalendarDate } from '@ketenregie/kernel';
import { normalisePortalText } from '@ketenregie/catalogue-domain';
import { IntList } from './compact/int-list.js';
import { PairTable } from './compact/pair-table.js';
import { TextTable } from './compact/text-table.js';
import type { Remark } from './findings.js';
import type { PersonsReading } from './person-cell.js';
import type { TargetsReading } from './portal-cell.js';

/** An authorisation as far as it can be the same as another. */
export interface Comparable {
  readonly kind: 'chain' | 'employee';
  readonly companyId: number;
  readonly targets: TargetsReading;
  /** For an employee's right: whom it names, known or not, in any order. */
  readonly persons: PersonsReading | null;
  readonly validUntil: CalendarDate | null;
  readonly row: number;
}

/** Tells of each authorisation whether the same one stands earlier in the file. */
export type DuplicateFinder = (authorisation: Comparable) => Remark | null;

function servicesKey({ scope, targets }: TargetsReading): string {
  const services = targets.map((target) => target.service ?? `${target.provider ?? ''}/${normalisePortalText(target.text)}`);
  return `${scope}#${[...new Set(services)].sort().join('|')}`;
}

function personsKey({ persons, remarks }: PersonsReading): string {
  return [...persons.map(({ name }) => name), ...remarks.map(({ value }) => value ?? '')].sort().join('|');
}

/** What a reading of a cell is keyed by, made once: the columns of a list repeat their services and persons. */
function onceFor<Reading extends object, Key>(keyOf: (reading: Reading) => Key): (reading: Reading) => Key {
  const known = new WeakMap<Reading, Key>();
  return (reading) => {
    const before = known.get(reading);
    if (before !== undefined) return before;
    const key = keyOf(reading);
    known.set(reading, key);
    return key;
  };
}

/** What makes rights of one company alike, as a number. */
function createLikeness(): (right: Comparable) => number {
  const texts = new TextTable();
  const [services, persons] = [onceFor(servicesKey), onceFor(personsKey)];
  const chain = onceFor((targets: TargetsReading) => texts.numberOf(`chain#${services(targets)}`));
  return (right) => (right.kind === 'chain' ? chain(right.targets) : texts.numberOf(`employee#${services(right.targets)}#${right.persons === null ? '' : persons(right.persons)}`));
}

/** Starts with an empty memory. With another end date it may be a renewal: then two readings can be defended. */
export function createDuplicateFinder(): DuplicateFinder {
  const likeness = createLikeness();
  const ends = new Map<CalendarDate | null, number>();
  /** What came first of its kind: its row and its end. */
  const [firsts, firstRows, firstEnds] = [new PairTable(), new IntList(), new IntList()];
  /** By what came first, and the end, the first row with that end. */
  const [others, otherRows] = [new PairTable(), new IntList()];
  return (authorisation) => {
    const { row, companyId, validUntil } = authorisation;
    const kind = likeness(authorisation);
    const end = ends.get(validUntil) ?? ends.size;
    if (end === ends.size) ends.set(validUntil, end);
    const first = firsts.find(companyId, kind);
    if (first === -1) {
      firsts.add(companyId, kind);
      firstRows.push(row);
      firstEnds.push(end);
      return null;
    }
    if (firstEnds.at(first) === end) return { category: 'duplicate', relatedRow: firstRows.at(first) };
    const other = others.find(first, end);
    if (other !== -1) return { category: 'duplicate', relatedRow: otherRows.at(other) };
    others.add(first, end);
    otherRows.push(row);
    return { category: 'duplicate', relatedRow: firstRows.at(first), ambiguous: true };
  };
}
