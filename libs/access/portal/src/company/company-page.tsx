import { OpenRight, RightExports, RightsOfCompanyDocument, RightsTable, useRightNames } from '@ketenregie/authorisations-portal';
import { CompanyForm } from '@ketenregie/companies-portal';
import { addressIn, Loaded, useMay, usePortalQuery, useToday } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, ButtonLink, PageHeader, SectionHeader, useText } from '@ketenregie/ui';
import { useState } from 'react';
import { AccessRightsDocument, CompanyFactsDocument } from '../generated/operations.js';
import { CompanyFacts } from './company-facts.js';
import { CompanyParts } from './company-parts.js';
import { summaryOf } from './company-summary.js';

export interface CompanyPageProps {
  readonly portal: Portal;
  readonly company: { readonly id: string; readonly name: string; readonly kvkNumber: string | null };
  /** The right whose sheet is open. */
  readonly rightId: string | null;
  readonly onRight: (rightId: string | null) => void;
}

const MOST = 200;

/** One organisation on one page: who it is, what is missing, who gets in where, what ends next, and both halves of its rights. */
export function CompanyPage({ portal, company, rightId, onRight }: CompanyPageProps) {
  const text = useText();
  const [mayAsk, mayRights] = [useMay('access.ask'), useMay('authorisation.see')];
  const at = (part: string) => addressIn(portal, `o/${company.kvkNumber ?? `x-${company.id}`}/${part}`);
  const actions = (
    <>
      {mayAsk && <ButtonLink href={at('toegang')}>{text('nav.access')}</ButtonLink>}
      {mayRights && <ButtonLink href={at('keten')}>{text('nav.chain')}</ButtonLink>}
    </>
  );
  return (
    <>
      <PageHeader title={company.name} lead={text(mayAsk ? 'company.lead' : 'company.leadFacts')} actions={actions} />
      <Answers portal={portal} company={company} mayAsk={mayAsk} />
      {mayRights && <Rights portal={portal} company={company} onRight={onRight} />}
      {mayRights && <OpenRight portal={portal} rightId={rightId} companyName={company.name} onClose={() => onRight(null)} />}
    </>
  );
}

type Part = Pick<CompanyPageProps, 'portal' | 'company'>;

function Answers({ portal, company, mayAsk }: Part & { readonly mayAsk: boolean }) {
  const text = useText();
  const today = useToday();
  const facts = usePortalQuery(portal, { subject: 'companies', document: CompanyFactsDocument, variables: { id: company.id } });
  const answers = usePortalQuery(portal, { subject: 'answers', document: AccessRightsDocument, variables: { filter: { companyIds: [company.id] }, first: MOST, after: null }, isEnabled: mayAsk });
  const [isChanging, setChanging] = useState(false);
  const mayChange = facts.data?.company.viewerCan.includes('company.change') ?? false;
  return (
    <div className="a-company">
      <section aria-labelledby="gegevens">
        <SectionHeader id="gegevens" title={text('people.facts')} action={mayChange ? <Button kind="quiet" onPress={() => setChanging(true)}>{text('people.change')}</Button> : null} />
        <Loaded query={facts}>{({ company: found }) => <CompanyFacts company={found} />}</Loaded>
      </section>
      {isChanging && <CompanyForm portal={portal} companyId={company.id} onClose={() => setChanging(false)} />}
      {mayAsk && (
        <Loaded query={answers}>
          {({ accessList }) => <CompanyParts portal={portal} summary={summaryOf(accessList.edges.map(({ node }) => node), today)} left={accessList.totalCount - accessList.edges.length} />}
        </Loaded>
      )}
    </div>
  );
}

function Rights({ portal, company, onRight }: Part & Pick<CompanyPageProps, 'onRight'>) {
  const text = useText();
  const today = useToday();
  const names = useRightNames(portal);
  const query = usePortalQuery(portal, { subject: 'authorisations', document: RightsOfCompanyDocument, variables: { companyId: company.id } });
  const count = query.data?.authorisationsOfCompany.length;
  return (
    <section aria-labelledby="rechten">
      <SectionHeader id="rechten" title={text('company.rights')} {...(count === undefined ? {} : { count })} action={<RightExports portal={portal} companyId={company.id} kinds={query.data?.authorisationsOfCompany.map(({ kind }) => kind) ?? []} />} />
      <Loaded query={query}>{({ authorisationsOfCompany }) => <RightsTable rights={authorisationsOfCompany} names={names} label={text('company.rights')} today={today} onOpen={(right) => onRight(right.id)} />}</Loaded>
    </section>
  );
}
