import { formatDay } from '@ketenregie/messages';
import { addressIn, RightStatusChip } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Notice, SectionHeader, SeenMark, mayNotLine, useLanguage, useText } from '@ketenregie/ui';
import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import { breakLine } from '../break-words.js';
import type { AccessRow } from '../list/access-columns.js';
import { questionOf } from '../list/question-of.js';
import type { CompanySummary } from './company-summary.js';

export interface CompanyPartsProps {
  readonly portal: Portal;
  readonly summary: CompanySummary;
  /** Answers that were not looked at; 0 for all but the largest. */
  readonly left: number;
}

/** What is missing first, then portals, people and the ends to come. */
export function CompanyParts({ portal, summary, left }: CompanyPartsProps) {
  const text = useText();
  const { gaps, portals, people, nextEnds } = summary;
  return (
    <>
      <Part id="ontbreekt" title={text('company.gaps')} count={gaps.length} empty={text('company.gapsNone')}>
        {gaps.map((row) => (
          <GapLine key={`${row.personId} ${row.serviceKey}`} portal={portal} row={row} />
        ))}
      </Part>
      <Part id="portalen" title={text('nav.portals')} count={portals.length} empty={text('company.portalsNone')}>
        {portals.map(({ key, able, row }) => (
          <PortalLine key={key} portal={portal} able={able} row={row} />
        ))}
      </Part>
      <Part id="mensen" title={text('company.people')} count={people.filter(({ able }) => able > 0).length} isEmpty={people.length === 0} empty={text('company.peopleNone')}>
        {people.map((person) => (
          <li key={person.id} className="a-line">
            <Link href={addressIn(portal, `medewerkers/${person.id}`)}>{person.name}</Link>
            <span className={person.able === 0 ? 'a-quiet' : undefined}>{text('company.ableOf', { able: person.able, all: person.all })}</span>
          </li>
        ))}
      </Part>
      <Part id="einden" title={text('company.nextEnds')} count={nextEnds.length} empty={text('company.endsNone')}>
        {nextEnds.map((row) => (
          <EndLine key={`${row.personId} ${row.serviceKey}`} portal={portal} row={row} />
        ))}
      </Part>
      {left > 0 && <Notice kind="information" title={text('company.notAll', { count: left })} />}
    </>
  );
}

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly empty: string;
  /** Where the number counts less than the lines. */
  readonly isEmpty?: boolean;
  readonly children: ReactNode;
}

function Part({ id, title, count, empty, isEmpty = count === 0, children }: PartProps) {
  return (
    <section aria-labelledby={id}>
      <SectionHeader id={id} title={title} {...(count === 0 ? {} : { count })} />
      {isEmpty ? <p className="a-none">{empty}</p> : <ul className="a-panel a-lines">{children}</ul>}
    </section>
  );
}

interface LineProps {
  readonly portal: Portal;
  readonly row: AccessRow;
}

function useServiceName(row: AccessRow): string {
  return useLanguage() === 'nl' ? row.serviceNameNl : row.serviceNameEn;
}

function GapLine({ portal, row }: LineProps) {
  const text = useText();
  return (
    <li className="a-line" data-lines="two">
      <Link href={questionOf(portal, row)}>
        {useServiceName(row)}, {row.personName}
      </Link>
      <Status row={row} />
      {row.can !== 'no' && row.mayNot.length > 0 && <span className="a-why">{mayNotLine(row.mayNot, text)}</span>}
      {row.firstBreak !== null && <span className="a-why">{breakLine(row.firstBreak, text)}</span>}
    </li>
  );
}

function PortalLine({ portal, row, able }: LineProps & { readonly able: number }) {
  const text = useText();
  return (
    <li className="a-line" data-lines="two">
      <Link href={addressIn(portal, `portalen/${row.serviceKey}`)}>{useServiceName(row)}</Link>
      <span>{text('company.able', { count: able })}</span>
      <Status row={row} />
    </li>
  );
}

function EndLine({ portal, row }: LineProps) {
  const text = useText();
  const language = useLanguage();
  const day = (iso: string) => formatDay(language, iso);
  return (
    <li className="a-line" data-lines="two">
      <Link href={questionOf(portal, row)}>
        {useServiceName(row)}, {row.personName}
      </Link>
      <span className="a-ends">
        {row.endsOn !== null && day(row.endsOn)}
        {row.repairableUntil !== null && <span className="a-quiet"> · {text('company.repairable', { date: day(row.repairableUntil) })}</span>}
      </span>
    </li>
  );
}

function Status({ row }: { readonly row: AccessRow }) {
  return (
    <span className="a-status">
      <RightStatusChip {...row} />
      <SeenMark seenOn={row.seenOn} isShort />
    </span>
  );
}
