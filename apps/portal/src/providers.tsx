import { loadMessages } from '@ketenregie/messages';
import type { Language, Messages } from '@ketenregie/messages';
import { usePreferences } from '@ketenregie/portal-kit';
import { ToastProvider, UiProvider } from '@ketenregie/ui';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';

interface Texts {
  readonly language: Language;
  readonly messages: Messages;
}

export interface ProvidersProps {
  /** The texts that were loaded before the first paint. */
  readonly first: Texts;
  readonly children: ReactNode;
}

/** Texts, density and messages for the whole portal. A change of language shows once its texts are there. */
export function Providers({ first, children }: ProvidersProps) {
  const { language, density } = usePreferences();
  const [texts, setTexts] = useState(first);
  useEffect(() => {
    let isCurrent = true;
    if (language !== texts.language) void loadMessages(language).then((messages) => isCurrent && setTexts({ language, messages }));
    return () => {
      isCurrent = false;
    };
  }, [language, texts.language]);
  return (
    <UiProvider language={texts.language} messages={texts.messages} density={density}>
      <ToastProvider>{children}</ToastProvider>
    </UiProvider>
  );
}
