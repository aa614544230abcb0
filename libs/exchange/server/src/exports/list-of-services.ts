import { searchWords } from '@ketenregie/companies-domain';
import { type Service, allProviders, allServices } from '@ketenregie/catalogue-server';
import { type Language, type MessageId, formatMessage } from '@ketenregie/messages';
import type { ExportAsked, ExportList, ExportRow } from './export-list.js';
import type { ExportColumn } from './table.js';

const COLUMNS: readonly (readonly [title: MessageId, looks: Pick<ExportColumn, 'kind' | 'width'>])[] = [
  ['portals.column.service', { width: 44 }], ['portals.column.provider', { width: 36 }], ['portals.column.level', { width: 17 }], ['portals.column.chain', { width: 18 }], ['portals.column.register', { width: 32 }],
  ['portals.view.used', { width: 12 }], ['portals.column.verified', { kind: 'day', width: 15 }], ['portals.confidence', { width: 13 }], ['portals.source', { width: 60 }],
];

/** The views of the page. */
const IN_VIEW: Readonly<Record<string, (service: Service) => boolean>> = { used: ({ isAdopted }) => isAdopted, level: ({ requiredLevel }) => requiredLevel === null, chain: ({ chainAllowed }) => chainAllowed === 'no' };

async function* serviceRows({ reader, filter, to: { language } }: ExportAsked): AsyncGenerator<ExportRow> {
  const say = (id: MessageId): string => formatMessage(language, id);
  const nameIn = ({ nameNl, nameEn }: { readonly nameNl: string; readonly nameEn: string }): string => (language === 'nl' ? nameNl : nameEn);
  const providers = new Map((await allProviders(reader)).map((provider) => [provider.key, nameIn(provider)]));
  const words = searchWords(filter['search'] ?? '');
  const isInView = IN_VIEW[filter['view'] ?? ''] ?? (() => true);
  const named = (await allServices(reader)).filter(isInView).map((service) => ({ service, name: nameIn(service), provider: providers.get(service.providerKey) ?? service.providerKey }));
  const found = named.filter(({ service, name, provider }) => {
    const text = searchWords(`${name} ${provider} ${service.nameNl} ${service.nameEn} ${service.key}`).join(' ');
    return words.every((word) => text.includes(word));
  });
  found.sort((one, other) => one.provider.localeCompare(other.provider, language) || one.name.localeCompare(other.name, language));
  for (const { service, name, provider } of found) {
    const { requiredLevel, chainAllowed, registerKind, isAdopted, verifiedOn, confidence, source } = service;
    yield [name, provider, requiredLevel ?? say('portals.level.unknown'), say(`portals.chain.${chainAllowed}`), say(`portals.register.${registerKind}`), say(isAdopted ? 'access.file.yes' : 'access.file.no'), verifiedOn, say(`portals.confidence.${confidence}`), source ?? say('portals.source.none')];
  }
}

/** The catalogue as its page lists it. */
export const SERVICES: ExportList = {
  title: (language: Language) => formatMessage(language, 'portals.title'),
  needs: 'catalogue.see',
  columns: (language) => COLUMNS.map(([title, looks]) => ({ title: formatMessage(language, title), ...looks })),
  rows: serviceRows,
};
