import { Notice, Sigil, useText } from '@ketenregie/ui';
import { usePreferences, setPreferences } from '@ketenregie/portal-kit';
import type { Credentials, Examples } from '@ketenregie/portal-kit';
import { useEffect, useState } from 'react';
import { DemoSignIns } from './demo-sign-ins.js';
import { SignInForm } from './sign-in-form.js';
import type { SignInReason } from './sign-in-search.js';
import { useSigningIn } from './use-signing-in.js';

export interface SignInPageProps {
  /** Resolves once signed in; throws PortalError otherwise. */
  readonly onSignIn: (credentials: Credentials) => Promise<void>;
  /** Why the viewer is here again. */
  readonly reason?: SignInReason;
  /** Of a demonstration only. */
  readonly examples?: Examples | null;
}

/** The door: what the product keeps, in one sentence on ruled lines, and the form beside it. */
export function SignInPage({ onSignIn, reason, examples = null }: SignInPageProps) {
  const text = useText();
  const { language } = usePreferences();
  const [credentials, setCredentials] = useState<Credentials>({ email: '', password: '' });
  const signingIn = useSigningIn(onSignIn);
  const takeAccount = (account: Credentials) => {
    setCredentials(account);
    void signingIn.attempt(account);
  };
  useEffect(() => {
    document.title = text('signIn.title');
  }, [text]);
  const lines = text('signIn.lead').split(/(?<=,) /);
  return (
    <div className="p-door">
      <header className="p-door-band">
        <Sigil look="all" />
        <span className="p-door-name">Ketenregie</span>
        <button type="button" className="p-door-language" lang={language === 'nl' ? 'en' : 'nl'} onClick={() => setPreferences({ language: language === 'nl' ? 'en' : 'nl' })}>
          {language === 'nl' ? 'English' : 'Nederlands'}
        </button>
      </header>
      <main className="p-door-page" {...(examples === null ? {} : { 'data-demo': '' })}>
        <p className="p-door-lead">
          {lines.map((line) => (
            <span key={line}>{line} </span>
          ))}
        </p>
        <div className="p-door-form">
          <h1>{text('signIn.title')}</h1>
          {reason !== undefined && signingIn.refusal === null && <ReasonNotice reason={reason} />}
          <SignInForm credentials={credentials} onChange={setCredentials} signingIn={signingIn} />
          <p className="p-door-note">{text('signIn.notASupplier')}</p>
        </div>
        {examples !== null && <DemoSignIns examples={examples} onUse={takeAccount} />}
      </main>
    </div>
  );
}

const REASON_TEXTS = { expired: 'signIn.expired', 'signed-out': 'signIn.signedOut', removed: 'signIn.removed' } as const;

/** What makes an office of one's own; words of the command line, the same in every language. */
const OWN_OFFICE = [
  'npm run --silent cli -- tenants create --slug noord --name "Kantoor Noord" --kind office --kvk 12345678',
  'npm run --silent cli -- members add --tenant noord --email you@example.nl --name "Your Name" --role owner',
];

function ReasonNotice({ reason }: { readonly reason: SignInReason }) {
  const text = useText();
  if (reason !== 'removed') return <Notice kind="information" title={text(REASON_TEXTS[reason])} />;
  return (
    <Notice kind="done" title={text('signIn.removed')}>
      <p>{text('signIn.removedNext')}</p>
      <pre className="p-door-commands">
        <code>{OWN_OFFICE.join('\n')}</code>
      </pre>
    </Notice>
  );
}
