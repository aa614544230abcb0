import { formatDay } from '@ketenregie/messages';
import { addressIn, Loaded, usePortalQuery, useToday } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, ButtonLink, EmailText, EmptyState, FactList, PageHeader, SectionHeader, useLanguage, useText } from '@ketenregie/ui';
import { useState } from 'react';
import { PersonOfIdDocument, SupplierNamesDocument } from './generated/operations.js';
import type { PersonFactsFragment } from './generated/operations.js';
import { MeansList } from './means-list.js';
import { PersonForm } from './person-form.js';
import { PersonRights } from './person-rights.js';

export interface PersonPageProps {
  readonly portal: Portal;
  readonly personId: string;
}

/** One person: what is known of him, his means and their clocks, and all that he can. */
export function PersonPage({ portal, personId }: PersonPageProps) {
  const text = useText();
  const query = usePortalQuery(portal, { subject: 'people', document: PersonOfIdDocument, variables: { id: personId } });
  const suppliers = usePortalQuery(portal, { subject: 'catalogue', document: SupplierNamesDocument, variables: {} });
  const supplierName = (key: string) => suppliers.data?.catalogue.suppliers.find((supplier) => supplier.key === key)?.name ?? key;
  // Asked together and shown together: a sentence about a supplier that has no name yet says nothing.
  if (suppliers.isLoading) return <Loaded query={suppliers}>{() => null}</Loaded>;
  const missing = { title: text('nav.people'), href: addressIn(portal, 'medewerkers'), back: text('people.back') };
  return <Loaded query={query} missing={missing}>{({ person }) => <PersonOf portal={portal} person={person} supplierName={supplierName} />}</Loaded>;
}

interface PersonOfProps {
  readonly portal: Portal;
  readonly person: PersonFactsFragment;
  readonly supplierName: (key: string) => string;
}

function PersonOf({ portal, person, supplierName }: PersonOfProps) {
  const text = useText();
  const today = useToday();
  const [isChanging, setChanging] = useState(false);
  const actions = (
    <>
      <ButtonLink kind="quiet" href={addressIn(portal, 'medewerkers')}>
        {text('people.back')}
      </ButtonLink>
      <ButtonLink href={addressIn(portal, 'kan', { wie: person.id })}>{text('people.ask')}</ButtonLink>
      {person.viewerCan.includes('person.change') && <Button onPress={() => setChanging(true)}>{text('people.change')}</Button>}
    </>
  );
  return (
    <>
      <PageHeader title={person.fullName} lead={person.jobTitle ?? text('people.noJob')} actions={actions} />
      <div className="m-columns">
        <section aria-labelledby="gegevens">
          <SectionHeader id="gegevens" title={text('people.facts')} />
          <PersonFacts person={person} today={today} />
        </section>
        <section aria-labelledby="middelen">
          <SectionHeader id="middelen" title={text('people.means')} {...(person.means.length === 0 ? {} : { count: person.means.length })} />
          {person.means.length === 0 ? <EmptyState title={text('people.means.none')}>{text('people.means.noneWhy')}</EmptyState> : <MeansList means={person.means} supplierName={supplierName} personName={person.fullName} today={today} hasLeft={person.inServiceUntil !== null && person.inServiceUntil < today} />}
        </section>
      </div>
      <PersonRights portal={portal} personId={person.id} />
      {isChanging && <PersonForm portal={portal} person={person} today={today} onClose={() => setChanging(false)} />}
    </>
  );
}

function PersonFacts({ person, today }: { readonly person: PersonFactsFragment; readonly today: string }) {
  const text = useText();
  const language = useLanguage();
  const { inServiceFrom, inServiceUntil, email } = person;
  const hasLeft = inServiceUntil !== null && inServiceUntil < today;
  return (
    <div className="m-card">
      <FactList
        facts={[
          { term: text('signIn.email'), value: email === null ? text('people.unknown') : <a href={`mailto:${email}`}><EmailText>{email}</EmailText></a> },
          { term: text('people.form.from'), value: inServiceFrom === null ? text('people.unknown') : formatDay(language, inServiceFrom) },
          { term: text('people.form.until'), value: inServiceUntil === null ? text('people.noLastDay') : formatDay(language, inServiceUntil), ...(hasLeft ? { note: text('people.leftNote') } : {}) },
          ...(person.isDirector ? [{ term: text('people.role'), value: text('people.director') }] : []),
        ]}
      />
    </div>
  );
}
