import { problemCodeOf, problemOf } from '@ketenregie/portal-kit';
import type { Credentials, Problem } from '@ketenregie/portal-kit';
import { Button, ErrorSummary, Notice, TextField, useText } from '@ketenregie/ui';
import type { FieldProblem, TextOf } from '@ketenregie/ui';
import { useState } from 'react';
import type { FormEvent } from 'react';

const EMAIL = 'inlog-email';
const PASSWORD = 'inlog-wachtwoord';

export interface SignInFormProps {
  readonly credentials: Credentials;
  readonly onChange: (credentials: Credentials) => void;
  /** Resolves once signed in; throws PortalError otherwise. */
  readonly onSignIn: (credentials: Credentials) => Promise<void>;
}

/** What is not right before anything is sent. */
function checkCredentials({ email, password }: Credentials, text: TextOf): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (email.trim() === '') problems.push({ fieldId: EMAIL, message: text('signIn.emailMissing') });
  else if (!/^\S+@\S+\.\S+$/.test(email.trim())) problems.push({ fieldId: EMAIL, message: text('signIn.emailWrong') });
  if (password === '') problems.push({ fieldId: PASSWORD, message: text('signIn.passwordMissing') });
  return problems;
}

function refusalOf(error: unknown, text: TextOf): Problem {
  const problem = problemOf(error, text);
  return problemCodeOf(error) === 'UNAUTHENTICATED' ? { ...problem, what: text('signIn.wrong'), why: '', next: '' } : problem;
}

/** E-mail address and password. Nothing is disabled while a field is empty: the summary says what is missing. */
export function SignInForm({ credentials, onChange, onSignIn }: SignInFormProps) {
  const text = useText();
  const [attempt, setAttempt] = useState(0);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = checkCredentials(credentials, text);
    setProblems(found);
    setRefusal(null);
    setAttempt(attempt + 1);
    if (found.length > 0 || isBusy) return;
    setBusy(true);
    await onSignIn({ ...credentials, email: credentials.email.trim() }).catch((error: unknown) => setRefusal(refusalOf(error, text)));
    setBusy(false);
  };
  const errorOf = (fieldId: string) => {
    const problem = problems.find((each) => each.fieldId === fieldId);
    return problem === undefined ? {} : { error: problem.message };
  };
  return (
    <form className="p-form" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={problems} attempt={attempt} />
      {refusal !== null && (
        <Notice kind="problem" title={refusal.what}>
          {[refusal.why, refusal.next].filter(Boolean).join(' ')}
        </Notice>
      )}
      <TextField id={EMAIL} label={text('signIn.email')} type="email" autoComplete="username" inputMode="email" value={credentials.email} onChange={(email) => onChange({ ...credentials, email })} {...errorOf(EMAIL)} />
      <TextField id={PASSWORD} label={text('signIn.password')} type="password" autoComplete="current-password" value={credentials.password} onChange={(password) => onChange({ ...credentials, password })} {...errorOf(PASSWORD)} />
      <Button type="submit" kind="primary" isPending={isBusy}>
        {text('signIn.submit')}
      </Button>
    </form>
  );
}
