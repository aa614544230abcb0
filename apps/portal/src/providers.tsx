import { usePreferences } from '@ketenregie/portal-kit';
import { ToastProvider, UiProvider } from '@ketenregie/ui';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { showAllTexts, showDoorTexts, useTexts } from './texts.js';

/** Texts, density and messages for the whole portal. A change of language shows once its texts are there. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const { language, density } = usePreferences();
  const texts = useTexts();
  useEffect(() => {
    if (language !== texts.language) void (texts.isWhole ? showAllTexts(language) : showDoorTexts(language));
  }, [language, texts]);
  return (
    <UiProvider language={texts.language} messages={texts.messages} density={density}>
      <ToastProvider>{children}</ToastProvider>
    </UiProvider>
  );
}
