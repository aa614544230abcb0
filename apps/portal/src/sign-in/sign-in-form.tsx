import type { Credentials } from '@ketenregie/portal-kit';
import { Button, ErrorSummary, Notice, TextField, useText } from '@ketenregie/ui';
import type { FieldProblem, TextOf } from '@ketenregie/ui';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { SigningIn } from './use-signing-in.js';

const EMAIL = 'inlog-email';
const PASSWORD = 'inlog-wachtwoord';

export interface SignInFormProps {
  readonly credentials: Credentials;
  readonly onChange: (credentials: Credentials) => void;
  readonly signingIn: SigningIn;
}

/** What is not right before anything is sent. */
function checkCredentials({ email, password }: Credentials, text: TextOf): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (email.trim() === '') problems.push({ fieldId: EMAIL, message: text('signIn.emailMissing') });
  else if (!/^\S+@\S+\.\S+$/.test(email.trim())) problems.push({ fieldId: EMAIL, message: text('signIn.emailWrong') });
  if (password === '') problems.push({ fieldId: PASSWORD, message: text('signIn.passwordMissing') });
  return problems;
}

/** E-mail address and password. Nothing is disabled while a field is empty: the summary says what is missing. */
export function SignInForm({ credentials, onChange, signingIn: { isBusy, refusal, forget, attempt } }: SignInFormProps) {
  const text = useText();
  const [tries, setTries] = useState(0);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = checkCredentials(credentials, text);
    setProblems(found);
    setTries(tries + 1);
    if (found.length > 0) forget();
    else void attempt(credentials);
  };
  const errorOf = (fieldId: string) => {
    const problem = problems.find((each) => each.fieldId === fieldId);
    return problem === undefined ? {} : { error: problem.message };
  };
  return (
    <form className="p-form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} attempt={tries} />
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
