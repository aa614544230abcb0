import { isLanguage } from '@ketenregie/messages';
import type { Language, MessageId, Messages, MessageValues } from '@ketenregie/messages';
import { createContext, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider, useIntl } from 'react-intl';

/** Row heights: 32, 40 and 52 px. Kept in React state, for a grid measures with it. */
export const DENSITIES = ['compact', 'gewoon', 'ruim'] as const;
export type Density = (typeof DENSITIES)[number];

const rowHeights: Readonly<Record<Density, number>> = { compact: 32, gewoon: 40, ruim: 52 };
const DensityContext = createContext<Density>('gewoon');
const HasClientsContext = createContext(true);

export interface UiProviderProps {
  readonly language: Language;
  /** All texts, or those that its part of the portal needs. */
  readonly messages: Readonly<Partial<Messages>>;
  readonly density?: Density;
  readonly children: ReactNode;
}

/** Texts, language and density for all components below it. */
export function UiProvider({ language, messages, density = 'gewoon', children }: UiProviderProps) {
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
  return (
    <IntlProvider locale={locale} messages={messages as Messages}>
      <I18nProvider locale={locale}>
        <DensityContext value={density}>{children}</DensityContext>
      </I18nProvider>
    </IntlProvider>
  );
}

/** Height of one grid row in px, after the viewer's density. */
export function useRowHeight(): number {
  return rowHeights[useContext(DensityContext)];
}

export interface TenantWordsProps {
  /** False in a holding with one client, which is the holding itself: nobody there has heard of clients. */
  readonly hasClients: boolean;
  readonly children: ReactNode;
}

/** The words of an office or a group: without clients a text that speaks of them is its twin under `withoutClients.`, where it has one. */
export function TenantWords({ hasClients, children }: TenantWordsProps) {
  return <HasClientsContext value={hasClients}>{children}</HasClientsContext>;
}

/** Whether the office or group around this component has clients to speak of. */
export function useHasClients(): boolean {
  return useContext(HasClientsContext);
}

export type TextOf = (id: MessageId, values?: MessageValues) => string;

/** The function that gives a text by its id in the viewer's language. */
export function useText(): TextOf {
  const intl = useIntl();
  const hasClients = useHasClients();
  return useMemo(() => {
    // A built portal holds texts with arguments parsed, and no parser: a plain text needs none and is given as it is.
    return (asked, values) => {
      const id = !hasClients && intl.messages[`withoutClients.${asked}`] !== undefined ? `withoutClients.${asked}` : asked;
      const message = intl.messages[id];
      return typeof message === 'string' && !message.includes('{') ? message : intl.formatMessage({ id }, { ...values });
    };
  }, [intl, hasClients]);
}

/** The language that the texts around this component have. */
export function useLanguage(): Language {
  const language = useIntl().locale.slice(0, 2);
  return isLanguage(language) ? language : 'nl';
}
