import { formatDay } from '@ketenregie/messages';
import { addressIn, Loaded, MissingPage, usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, ButtonLink, FactList, LevelGlyph, PageHeader, SectionHeader, useLanguage, useText } from '@ketenregie/ui';
import type { Fact } from '@ketenregie/ui';
import { useState } from 'react';
import { PortalsCatalogueDocument } from './generated/operations.js';
import type { PortalsCatalogueQuery } from './generated/operations.js';
import { ChainMark } from './chain-mark.js';
import { nameServices } from './service-filter.js';
import type { NamedService } from './service-filter.js';
import { ServiceUsers } from './service-users.js';
import { SettleDialog } from './settle-dialog.js';

export interface ServicePageProps {
  readonly portal: Portal;
  readonly serviceKey: string;
}

/** One service: what it asks, where that was read, who uses it, and settling what the catalogue does not know. */
export function ServicePage({ portal, serviceKey }: ServicePageProps) {
  const query = usePortalQuery(portal, { subject: 'catalogue', document: PortalsCatalogueDocument, variables: {} });
  return <Loaded query={query}>{(answer) => <ServiceOf portal={portal} answer={answer} serviceKey={serviceKey} />}</Loaded>;
}

function ServiceOf({ portal, answer, serviceKey }: ServicePageProps & { readonly answer: PortalsCatalogueQuery }) {
  const text = useText();
  const language = useLanguage();
  const [isSettling, setSettling] = useState(false);
  const service = nameServices(answer.catalogue.services, answer.catalogue.providers, language).find((each) => each.key === serviceKey);
  if (service === undefined) return <MissingPage title={text('nav.portals')} href={addressIn(portal, 'portalen')} back={text('portals.back')} />;
  const canSettle = service.viewerCan.includes('catalogue.settle');
  return (
    <>
      <PageHeader
        title={service.name}
        lead={service.providerName}
        actions={
          <>
            <ButtonLink kind="quiet" href={addressIn(portal, 'portalen')}>
              {text('portals.back')}
            </ButtonLink>
            {canSettle && <Button onPress={() => setSettling(true)}>{text('portals.settle')}</Button>}
          </>
        }
      />
      <div className="c-service">
        <section aria-labelledby="vraagt">
          <SectionHeader id="vraagt" title={text('portals.facts')} />
          <ServiceFactsPanel service={service} />
        </section>
        <section aria-labelledby="bron">
          <SectionHeader id="bron" title={text('portals.source')} />
          <SourcePanel service={service} />
        </section>
      </div>
      <ServiceUsers portal={portal} serviceKey={serviceKey} />
      {canSettle && <SettleDialog portal={portal} service={service} tenantName={answer.tenant.name} isOpen={isSettling} onOpenChange={setSettling} />}
    </>
  );
}

function ServiceFactsPanel({ service }: { readonly service: NamedService }) {
  const text = useText();
  const language = useLanguage();
  const own = (isSettled: boolean) => (isSettled ? { note: text('portals.own') } : {});
  const facts: Fact[] = [
    { term: text('portals.column.level'), value: service.requiredLevel === null ? text('portals.level.unknown') : <LevelGlyph level={service.requiredLevel} />, ...own(service.isLevelSettled) },
    { term: text('portals.column.chain'), value: <ChainMark chain={service.chainAllowed} />, ...own(service.isChainSettled) },
    { term: text('portals.column.register'), value: text(`portals.register.${service.registerKind}`) },
    ...(service.note === null ? [] : [{ term: text('portals.note'), value: language === 'nl' && service.noteNl !== null ? service.noteNl : <span lang="en">{service.note}</span> }]),
  ];
  return (
    <div className="c-panel">
      <FactList facts={facts} />
    </div>
  );
}

function SourcePanel({ service }: { readonly service: NamedService }) {
  const text = useText();
  const language = useLanguage();
  const isAddress = service.source !== null && /^https:\/\//.test(service.source);
  const facts: Fact[] = [
    {
      term: text('portals.source'),
      value: isAddress ? (
        <a href={service.source ?? ''} target="_blank" rel="noreferrer">
          {text('portals.source.open')} ({new URL(service.source ?? '').host})
        </a>
      ) : (
        (service.source ?? text('portals.source.none'))
      ),
      note: text('portals.verifiedOn', { date: formatDay(language, service.verifiedOn) }),
    },
    { term: text('portals.confidence'), value: text(`portals.confidence.${service.confidence}`) },
  ];
  return (
    <div className="c-panel">
      <FactList facts={facts} />
    </div>
  );
}
