import type { Credentials } from '@ketenregie/portal-kit';
import { Button, SectionHeader, useText } from '@ketenregie/ui';

/** An account of a demonstration office, as printed at the start. */
export interface DemoSignIn extends Credentials {
  readonly name: string;
  /** Office and role: what can be seen with it. */
  readonly note: string;
}

export interface DemoSignInsProps {
  readonly signIns: readonly DemoSignIn[];
  readonly onUse: (credentials: Credentials) => void;
}

/** Fills in the form with one of the demonstration's accounts; signing in stays a press of its own. */
export function DemoSignIns({ signIns, onUse }: DemoSignInsProps) {
  const text = useText();
  return (
    <section className="p-demo">
      <SectionHeader title={text('signIn.demo')} />
      <p>{text('signIn.demoHelp')}</p>
      <ul>
        {signIns.map(({ name, note, email, password }) => (
          <li key={email}>
            <Button onPress={() => onUse({ email, password })}>{text('signIn.demoUse', { name })}</Button>
            <span>{note}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
