import { formatDay } from '@ketenregie/messages';
import { addressIn, ExportLink, Loaded, usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { DataGrid, EmptyState, FilterBar, LevelGlyph, PageHeader, useLanguage, useText } from '@ketenregie/ui';
import type { GridColumn, TextOf } from '@ketenregie/ui';
import { useMemo } from 'react';
import { PortalsCatalogueDocument } from './generated/operations.js';
import { ChainMark } from './chain-mark.js';
import { countViews, filterServices, nameServices, PORTAL_VIEWS } from './service-filter.js';
import type { NamedService, PortalsSearch } from './service-filter.js';

export interface PortalsPageProps {
  readonly portal: Portal;
  readonly search: PortalsSearch;
  readonly onSearch: (search: PortalsSearch) => void;
}

function columnsOf(text: TextOf, day: (iso: string) => string): GridColumn<NamedService>[] {
  return [
    { key: 'service', title: text('portals.column.service'), width: 'minmax(220px, 1.6fr)', cell: (service) => <span>{service.name}</span>, sortBy: (service) => service.name },
    { key: 'provider', title: text('portals.column.provider'), width: 'minmax(180px, 1.2fr)', cell: (service) => <span>{service.providerName}</span>, sortBy: (service) => service.providerName, fold: { under: 'service', below: 974, cell: (service) => <span>{service.providerName}</span> } },
    { key: 'level', title: text('portals.column.level'), width: '148px', cell: (service) => (service.requiredLevel === null ? <span className="c-quiet">{text('portals.level.unknown')}</span> : <LevelGlyph level={service.requiredLevel} />), sortBy: (service) => service.requiredLevel },
    { key: 'chain', title: text('portals.column.chain'), width: '156px', cell: (service) => <ChainMark chain={service.chainAllowed} />, sortBy: (service) => service.chainAllowed },
    { key: 'register', title: text('portals.column.register'), width: 'minmax(140px, 1fr)', cell: (service) => <span>{text(`portals.register.${service.registerKind}`)}</span>, sortBy: (service) => service.registerKind, fold: { under: 'chain', below: 794, cell: (service) => <span>{text(`portals.register.${service.registerKind}`)}</span> } },
    { key: 'verified', title: text('portals.column.verified'), width: '124px', cell: (service) => <span>{day(service.verifiedOn)}</span>, sortBy: (service) => service.verifiedOn },
  ];
}

/** The catalogue: every service, what it asks, and when somebody last read that. */
export function PortalsPage({ portal, search, onSearch }: PortalsPageProps) {
  const text = useText();
  const language = useLanguage();
  const query = usePortalQuery(portal, { subject: 'catalogue', document: PortalsCatalogueDocument, variables: {} });
  const services = useMemo(() => nameServices(query.data?.catalogue.services ?? [], query.data?.catalogue.providers ?? [], language), [query.data, language]);
  const columns = useMemo(() => columnsOf(text, (iso) => formatDay(language, iso)), [text, language]);
  const counts = countViews(services);
  const view = search.toon ?? 'all';
  const choose = (key: string) => onSearch({ ...search, toon: PORTAL_VIEWS.find((each) => each === key) ?? 'all' });
  return (
    <>
      <PageHeader title={text('portals.title')} {...(query.data === undefined ? {} : { lead: text('portals.lead', { count: services.length }) })} actions={<ExportLink portal={portal} list="services" filter={{ search: search.q, view: search.toon }} />} />
      <Loaded query={query}>
        {() => (
          <>
            <FilterBar
              search={{ label: text('portals.search'), value: search.q ?? '', onChange: (q) => onSearch({ ...search, q }) }}
              choices={PORTAL_VIEWS.map((key) => ({ key, label: text(`portals.view.${key}`), count: counts[key] }))}
              chosen={view}
              onChoose={choose}
            />
            <h2 className="k-hidden">{text(`portals.view.${view}`)}</h2>
            <DataGrid label={text('portals.title')} columns={columns} rows={filterServices(services, search)} rowKey={(service) => service.key} rowName={(service) => service.name} onOpen={(service) => portal.goTo(addressIn(portal, `portalen/${service.key}`))} empty={<EmptyState title={text('portals.empty')}>{text('portals.emptyWhy')}</EmptyState>} />
          </>
        )}
      </Loaded>
    </>
  );
}
