import { messagesOf } from '@ketenregie/messages';
import type { Language } from '@ketenregie/messages';
import { LinkRouter, ToastProvider, UiProvider } from '@ketenregie/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import '@testing-library/jest-dom';
import { render } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import type { Portal } from '../portal.js';
import { TodayContext } from '../today.js';
import type { FakeApi } from './fake-api.js';

/** The day it is in every rendered page. */
export const SPEC_DAY = '2026-11-23';

/** jsdom has no CSS object, which React Aria asks for escaped selectors. */
globalThis.CSS ??= { escape: (text: string) => text.replaceAll(/[^\w-]/g, (sign) => `\\${sign}`) } as typeof CSS;

/** Renders a page of the office `noord` over a fake API; `went` holds the addresses that it led to. For specs. */
export function renderPage(api: FakeApi, page: (portal: Portal) => ReactNode, language: Language = 'nl'): RenderResult & { readonly went: string[] } {
  const went: string[] = [];
  const goTo = (address: string) => void went.push(address);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: 0 } } });
  const result = render(
    <UiProvider language={language} messages={messagesOf(language)}>
      <ToastProvider>
        <QueryClientProvider client={client}>
          <LinkRouter navigate={goTo}>
            <TodayContext value={SPEC_DAY}>
              <main>{page({ tenant: 'noord', graphql: api.graphql, goTo })}</main>
            </TodayContext>
          </LinkRouter>
        </QueryClientProvider>
      </ToastProvider>
    </UiProvider>,
  );
  return { ...result, went };
}

/** What axe finds wrong, by rule; colours are measured in a real browser instead. */
export async function axeFindings(): Promise<string[]> {
  // jsdom draws nothing: rules that measure what is drawn are left to the browser. What React Aria reads aloud is gone before it can be looked at.
  const { violations } = await axe.run({ include: [document.body], exclude: ['[data-live-announcer]'] }, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false }, 'label-content-name-mismatch': { enabled: false } } });
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`);
}
