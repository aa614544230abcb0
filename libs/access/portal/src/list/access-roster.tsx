import { formatDay } from '@ketenregie/messages';
import { Loaded, RightStatusChip } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { EmptyState, useLanguage, useText } from '@ketenregie/ui';
import { useEffect } from 'react';
import { Link } from 'react-aria-components';
import type { AccessRow } from './access-columns.js';
import { questionOf } from './question-of.js';
import { rosterOf } from './roster-of.js';
import type { Roster } from './roster-of.js';
import type { Answers } from './use-answers.js';

export interface AccessRosterProps {
  readonly portal: Portal;
  readonly answers: Answers;
}

/** People against portals for one company; each meeting opens its answer. All of it is fetched: a roster with holes would lie. */
export function AccessRoster({ portal, answers }: AccessRosterProps) {
  const text = useText();
  const language = useLanguage();
  const { query, rows } = answers;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <Loaded query={{ ...query, data: hasNextPage ? undefined : query.data }}>
      {() => (rows.length === 0 ? <EmptyState title={text('access.empty')}>{text('access.emptyWhy')}</EmptyState> : <RosterTable portal={portal} roster={rosterOf(rows, language)} />)}
    </Loaded>
  );
}

function RosterTable({ portal, roster }: { readonly portal: Portal; readonly roster: Roster }) {
  const text = useText();
  const language = useLanguage();
  return (
    <div className="a-roster" role="region" aria-label={text('access.form.rooster')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text('list.column.person')}</th>
            {roster.services.map((service) => (
              <th key={service.key} scope="col">
                {language === 'nl' ? service.nameNl : service.nameEn}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {roster.people.map((person) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              {roster.services.map((service) => (
                <td key={service.key}>
                  <RosterCell portal={portal} row={person.cells.get(service.key) ?? null} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RosterCell({ portal, row }: { readonly portal: Portal; readonly row: AccessRow | null }) {
  const text = useText();
  const language = useLanguage();
  if (row === null) return <span className="a-quiet">{text('access.noPath')}</span>;
  return (
    <Link className="a-meeting" href={questionOf(portal, row)}>
      <RightStatusChip {...row} />
      <span className="a-quiet">{row.endsOn === null ? text('access.noEnd') : formatDay(language, row.endsOn)}</span>
    </Link>
  );
}
