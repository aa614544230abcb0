import { formatDay } from '@ketenregie/messages';
import { LevelMark } from '@ketenregie/people-portal';
import { Loaded, usePortalQuery, useToday } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { EmptyState, PageHeader, SectionHeader, SeenMark, useLanguage, useText } from '@ketenregie/ui';
import type { ReactNode } from 'react';
import { readChain } from './chain-of.js';
import { RightsOfCompanyDocument } from './generated/operations.js';
import type { RightFactsFragment } from './generated/operations.js';
import { evidenceOf, RightChip } from './right-chip.js';
import { RightExports } from './right-exports.js';
import { useRightNames } from './right-names.js';
import type { RightNames } from './right-names.js';
import { OpenRight } from './open-right.js';

export interface ChainPageProps {
  readonly portal: Portal;
  readonly company: { readonly id: string; readonly name: string };
  /** The right whose sheet is open. */
  readonly rightId: string | null;
  readonly onRight: (rightId: string | null) => void;
}

interface Reading {
  readonly names: RightNames;
  readonly today: string;
  readonly companyName: string;
  readonly onOpen: (rightId: string) => void;
}

/** The chain of one company as a list to read: what it granted, to whom, and who was linked to that; both halves with what was seen of them. */
export function ChainPage({ portal, company, rightId, onRight }: ChainPageProps) {
  const text = useText();
  const today = useToday();
  const names = useRightNames(portal);
  const query = usePortalQuery(portal, { subject: 'authorisations', document: RightsOfCompanyDocument, variables: { companyId: company.id } });
  const reading: Reading = { names, today, companyName: company.name, onOpen: onRight };
  return (
    <>
      <PageHeader title={text('nav.chain')} lead={text('chain.lead', { company: company.name })} actions={<RightExports portal={portal} companyId={company.id} kinds={query.data?.authorisationsOfCompany.map(({ kind }) => kind) ?? []} />} />
      <Loaded query={query}>{({ authorisationsOfCompany }) => <ChainLists rights={authorisationsOfCompany} reading={reading} />}</Loaded>
      <OpenRight portal={portal} rightId={rightId} companyName={company.name} onClose={() => onRight(null)} />
    </>
  );
}

function ChainLists({ rights, reading }: { readonly rights: readonly RightFactsFragment[]; readonly reading: Reading }) {
  const text = useText();
  const { grants, loose, direct } = readChain(rights);
  if (rights.length === 0) return <EmptyState title={text('right.empty')}>{text('right.emptyWhy')}</EmptyState>;
  return (
    <>
      {grants.length > 0 && (
        <section aria-labelledby="gegeven">
          <SectionHeader id="gegeven" title={text('chain.grants')} count={grants.length} />
          <ol className="r-chain">
            {grants.map(({ clientHalf, officeHalves }) => (
              <li key={clientHalf.id} className="r-grant">
                <ChainRow right={clientHalf} reading={reading} title={<><span className="r-party">{reading.companyName}</span> <span aria-hidden>→</span> <span className="r-party" data-look="office">{reading.names.intermediary(clientHalf)}</span></>} />
                <HalvesList halves={officeHalves} reading={reading} />
              </li>
            ))}
          </ol>
        </section>
      )}
      <Rest id="los" title={text('chain.loose')} note={text('chain.looseWhy')} rights={loose} reading={reading} />
      <Rest id="direct" title={text('chain.direct')} rights={direct} reading={reading} />
    </>
  );
}

function HalvesList({ halves, reading }: { readonly halves: readonly RightFactsFragment[]; readonly reading: Reading }) {
  const text = useText();
  if (halves.length === 0) return <p className="r-nobody">{text('chain.nobody')}</p>;
  return (
    <ol className="r-halves" aria-label={text('chain.linked')}>
      {halves.map((half) => (
        <li key={half.id}>
          <ChainRow right={half} reading={reading} title={<span className="r-party" data-look="person">{reading.names.person(half.personId)}</span>} />
        </li>
      ))}
    </ol>
  );
}

interface RestProps {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly rights: readonly RightFactsFragment[];
  readonly reading: Reading;
}

function Rest({ id, title, note, rights, reading }: RestProps) {
  if (rights.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <SectionHeader id={id} title={title} count={rights.length} />
      {note !== undefined && <p className="r-note">{note}</p>}
      <ol className="r-chain">
        {rights.map((right) => (
          <li key={right.id} className="r-grant">
            <ChainRow right={right} reading={reading} title={<span className="r-party" data-look="person">{reading.names.person(right.personId)}</span>} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function ChainRow({ right, reading, title }: { readonly right: RightFactsFragment; readonly reading: Reading; readonly title: ReactNode }) {
  const text = useText();
  const language = useLanguage();
  return (
    <div className="r-row">
      <div className="r-row-words">
        <p className="r-row-title">{title}</p>
        <p className="r-note">{reading.names.scope(right)}</p>
      </div>
      <LevelMark level={right.level} />
      <span className="r-row-status">
        <RightChip right={right} today={reading.today} />
        <SeenMark seenOn={right.seenOn} evidenceClass={evidenceOf(right.evidenceClass)} isShort />
      </span>
      <span className="r-row-end">{right.endsOn === null ? text('chain.noEnd') : text('chain.until', { date: formatDay(language, right.endsOn) })}</span>
      <button type="button" className="r-open" onClick={() => reading.onOpen(right.id)}>
        {text('action.open')}
        <span className="k-hidden">: {reading.names.scope(right)}</span>
      </button>
    </div>
  );
}
