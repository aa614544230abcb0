import { Button, Dialog, SectionHeader, useText } from '@ketenregie/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { SettingsRemoveExampleDocument } from '../generated/operations.js';
import { ProblemNotice } from '../loading/loaded.js';
import type { Portal } from '../portal.js';

export interface RemoveExampleProps {
  readonly portal: Portal;
  readonly tenantName: string;
  /** It is gone; whoever looked at it has to go somewhere else. */
  readonly onRemoved: () => void;
}

/** Ends the example office or group: one press, and one question that says what goes. */
export function RemoveExample({ portal, tenantName: tenant, onRemoved }: RemoveExampleProps) {
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  // Nothing is fetched anew afterwards: there is nothing left to fetch.
  const removal = useMutation({ mutationFn: () => portal.graphql.mutate(SettingsRemoveExampleDocument, {}), onSuccess: onRemoved });
  const actions = (
    <>
      <Button kind="danger" isPending={removal.isPending} onPress={() => removal.mutate()}>
        {text('settings.exampleConfirm', { tenant })}
      </Button>
      <Button onPress={() => setAsking(false)}>{text('action.cancel')}</Button>
    </>
  );
  return (
    <section aria-labelledby="voorbeeld">
      <SectionHeader id="voorbeeld" title={text('settings.example')} />
      <p className="t-example">{text('settings.exampleText', { tenant })}</p>
      <Button onPress={() => setAsking(true)}>{text('settings.exampleRemove')}</Button>
      <Dialog role="alertdialog" title={text('settings.exampleAsk', { tenant })} isOpen={isAsking} onOpenChange={setAsking} actions={actions}>
        {removal.error !== null && <ProblemNotice error={removal.error} />}
        <p>{text('settings.exampleGoes', { tenant })}</p>
        <p>{text('settings.exampleStays')}</p>
      </Dialog>
    </section>
  );
}
