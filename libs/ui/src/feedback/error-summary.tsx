import { useEffect, useRef } from 'react';
import { useText } from '../text/provider.js';

export interface FieldProblem {
  /** The id of the field's input. */
  readonly fieldId: string;
  readonly message: string;
}

export interface ErrorSummaryProps {
  readonly problems: readonly FieldProblem[];
  /** Changes with each attempt, so that a second refusal takes the focus again. */
  readonly attempt: number;
}

/** What is not right in a form: takes the focus after each attempt, links to the fields, and puts the count in the page title. */
export function ErrorSummary({ problems, attempt }: ErrorSummaryProps) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const count = problems.length;
  useEffect(() => {
    if (count > 0) box.current?.focus();
    // Only a new attempt moves the focus: mending one field must not take it away from the next.
  }, [attempt]);
  useEffect(() => {
    if (count === 0) return undefined;
    const title = document.title;
    document.title = text('errors.titlePrefix', { count, title });
    return () => {
      document.title = title;
    };
  }, [count, text]);
  if (count === 0) return null;
  return (
    <div ref={box} className="k-errors" role="alert" tabIndex={-1}>
      <h2>{text('errors.summary', { count })}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.fieldId}>
            <a
              href={`#${problem.fieldId}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(problem.fieldId)?.focus();
              }}
            >
              {problem.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
