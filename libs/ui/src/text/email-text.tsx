import { Fragment } from 'react';

/** An e-mail address that, where it does not fit, goes on on the next line before its `@` rather than in the middle of a word. */
export function EmailText({ children }: { readonly children: string }) {
  return children.split(/(?=@)/).map((part, index) => (
    <Fragment key={part}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
