import { formatDay } from '@ketenregie/messages';
import { addressIn, Loaded, usePages } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, SectionHeader, useLanguage, useText } from '@ketenregie/ui';
import { Link } from 'react-aria-components';
import { ReviewsClosedDocument } from './generated/operations.js';
import type { RoundFactsFragment } from './generated/operations.js';
import { reportAddress, reviewedOf } from './round-words.js';

const PAGE = 50;

/** Rounds that are closed, newest period first: what was decided in them, and the report. Nothing where none is. */
export function ClosedRounds({ portal }: { readonly portal: Portal }) {
  const text = useText();
  const { query, rows } = usePages(portal, {
    subject: 'reviews', document: ReviewsClosedDocument, variables: { first: PAGE },
    pageOf: ({ reviewRounds }) => ({ ...reviewRounds, totalCount: reviewRounds.edges.length }),
  });
  if (query.data !== undefined && rows.length === 0) return null;
  return (
    <section aria-labelledby="afgesloten">
      <SectionHeader id="afgesloten" title={text('reviews.closed')} />
      <Loaded query={query}>{() => <ClosedTable portal={portal} rounds={rows} />}</Loaded>
      {query.hasNextPage && (
        <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          {text('reviews.more')}
        </Button>
      )}
    </section>
  );
}

function ClosedTable({ portal, rounds }: { readonly portal: Portal; readonly rounds: readonly RoundFactsFragment[] }) {
  const text = useText();
  const heads = ['round', 'closedOn', 'reviewed', 'keep', 'revoke', 'change', 'undecided', 'report'] as const;
  return (
    <div className="v-scroll" tabIndex={0} role="group" aria-labelledby="afgesloten">
      <table className="k-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {text(`reviews.column.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rounds.map((round) => (
            <ClosedRow key={round.id} portal={portal} round={round} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ClosedRow({ portal, round }: { readonly portal: Portal; readonly round: RoundFactsFragment }) {
  const text = useText();
  const language = useLanguage();
  const { counts } = round;
  return (
    <tr>
      <th scope="row">
        <Link href={addressIn(portal, `controles/${round.id}`)}>
          {round.name}
        </Link>
        <span className="v-quiet v-under">{text('reviews.periodFrom', { day: formatDay(language, round.periodOn) })}</span>
      </th>
      <td>{round.closedOn === null ? '' : formatDay(language, round.closedOn)}</td>
      <td>{text('reviews.progress', { done: reviewedOf(round), total: counts.total })}</td>
      <td>{counts.keep}</td>
      <td>{counts.revoke}</td>
      <td>{counts.change}</td>
      <td>{counts.undecided}</td>
      <td>
        <a href={reportAddress(portal.tenant, round.id, language)} target="_blank" rel="noreferrer" aria-label={text('reviews.reportOf', { name: round.name })}>
          {text('reviews.reportShort')}
        </a>
      </td>
    </tr>
  );
}
