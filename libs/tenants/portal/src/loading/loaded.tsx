import { problemCodeOf, problemOf } from '@ketenregie/portal-kit';
import { Button, Notice, useText } from '@ketenregie/ui';
import type { ReactNode } from 'react';
import { MissingPage } from './missing-page.js';
import type { MissingPageProps } from './missing-page.js';

export interface LoadedProps<Result> {
  readonly query: { readonly data: Result | undefined; readonly error: Error | null; readonly refetch: () => unknown };
  /** What is drawn of the answer. */
  readonly children: (result: Result) => ReactNode;
  /** Where the whole page is about what is asked for: the list to go back to if it is not there. */
  readonly missing?: MissingPageProps;
}

/** An answer once it is there; before it three ruled lines, and a refusal in words with a way on. An old answer stays in sight where a new one fails. */
export function Loaded<Result>({ query, children, missing }: LoadedProps<Result>) {
  const { data, error, refetch } = query;
  if (missing !== undefined && data === undefined && problemCodeOf(error) === 'NOT_FOUND') return <MissingPage {...missing} />;
  return (
    <>
      {error !== null && <ProblemNotice error={error} {...(isFinal(error) ? {} : { onRetry: () => void refetch() })} />}
      {data === undefined ? error === null && <LoadingLines /> : children(data)}
    </>
  );
}

/** A refusal that asking again does not change. */
const isFinal = (error: unknown): boolean => ['FORBIDDEN', 'NOT_FOUND'].includes(problemCodeOf(error) ?? '');

/** Why something was refused: what happened, why, and what to do. */
export function ProblemNotice({ error, onRetry, onClose }: { readonly error: unknown; readonly onRetry?: () => void; readonly onClose?: () => void }) {
  const text = useText();
  const problem = problemOf(error, text);
  return (
    <Notice kind="problem" title={problem.what} {...(onRetry === undefined ? {} : { action: <Button onPress={onRetry}>{text('action.retry')}</Button> })} {...(onClose === undefined ? {} : { onClose })}>
      {problem.why} {problem.next} {problem.reference !== null && text('problem.code', { code: problem.reference })}
    </Notice>
  );
}

function LoadingLines() {
  const text = useText();
  return (
    <div className="t-loading" role="status">
      {text('state.busy')}
    </div>
  );
}
