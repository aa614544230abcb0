import '@testing-library/jest-dom';
import { messagesOf } from '@ketenregie/messages';
import { UiProvider } from '@ketenregie/ui';
import { render } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';

/** jsdom has no CSS object, which React Aria asks for escaped selectors. */
globalThis.CSS ??= { escape: (text: string) => text.replaceAll(/[^\w-]/g, (sign) => `\\${sign}`) } as typeof CSS;

/** Renders a page with the Dutch texts; for specs. */
export function renderPage(page: ReactNode): RenderResult {
  return render(
    <UiProvider language="nl" messages={messagesOf('nl')}>
      {page}
    </UiProvider>,
  );
}
