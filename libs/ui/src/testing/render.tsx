import { messagesOf } from '@ketenregie/messages';
import type { Language } from '@ketenregie/messages';
import { render } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import '@testing-library/jest-dom';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { UiProvider } from '../text/provider.js';
import type { Density } from '../text/provider.js';

/** jsdom has no CSS object, which React Aria asks for escaped selectors. */
globalThis.CSS ??= { escape: (text: string) => text.replaceAll(/[^\w-]/g, (sign) => `\\${sign}`) } as typeof CSS;

/** Renders with all texts of a language; for specs. */
export function renderUi(children: ReactNode, language: Language = 'nl', density: Density = 'gewoon'): RenderResult {
  const frame = (inside: ReactNode) => (
    <UiProvider language={language} messages={messagesOf(language)} density={density}>
      {inside}
    </UiProvider>
  );
  const result = render(frame(children));
  return { ...result, rerender: (next) => result.rerender(frame(next)) };
}

/** What axe finds wrong, by rule; colours are measured in a real browser instead, for jsdom draws none. */
export async function axeFindings(element: Element = document.body): Promise<string[]> {
  const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`);
}
