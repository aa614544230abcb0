import { Button, ButtonLink, Notice, Sigil, useText } from '@ketenregie/ui';
import { useEffect, useState } from 'react';

/** What became of the click: nothing yet, ended, a link of no digest, or no answer. */
export type Stopped = 'asked' | 'busy' | 'done' | 'unknown' | 'failed';

export interface StopDigestsPageProps {
  /** Ends the digests: the status of the answer. */
  readonly onStop: () => Promise<number>;
}

function outcomeOf(status: number): Stopped {
  if (status === 204) return 'done';
  return status === 404 ? 'unknown' : 'failed';
}

/** The page of the link under each mail: one button, without signing in. Opening it decides nothing, for scanners open links too. */
export function StopDigestsPage({ onStop }: StopDigestsPageProps) {
  const text = useText();
  const [state, setState] = useState<Stopped>('asked');
  useEffect(() => {
    document.title = text('stop.title');
  }, [text]);
  const stop = () => {
    setState('busy');
    onStop().then(
      (status) => setState(outcomeOf(status)),
      () => setState('failed'),
    );
  };
  return (
    <div className="p-door">
      <header className="p-door-band">
        <Sigil look="all" />
        <span className="p-door-name">Ketenregie</span>
      </header>
      <main className="p-stop">
        <h1>{text('stop.title')}</h1>
        {state === 'done' && <Notice kind="done" title={text('stop.done')}>{text('stop.doneWhy')}</Notice>}
        {state === 'unknown' && <Notice kind="warning" title={text('stop.unknown')}>{text('stop.unknownWhy')}</Notice>}
        {state === 'failed' && <Notice kind="problem" title={text('stop.failed')} />}
        {state === 'done' || state === 'unknown' ? (
          <ButtonLink href="/inloggen">{text('stop.signIn')}</ButtonLink>
        ) : (
          <>
            <p>{text('stop.lead')}</p>
            <Button kind="primary" isPending={state === 'busy'} onPress={stop}>
              {text('stop.button')}
            </Button>
          </>
        )}
      </main>
    </div>
  );
}
