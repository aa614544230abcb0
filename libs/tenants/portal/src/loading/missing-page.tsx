import { ButtonLink, EmptyState, PageHeader, useText } from '@ketenregie/ui';

export interface MissingPageProps {
  /** What the list is called in which the object would stand. */
  readonly title: string;
  /** The address of that list, and the words of the way to it. */
  readonly href: string;
  readonly back: string;
}

/** In place of the page of one object that is not there. What does not exist and what is not the viewer's read the same; the way on is the list. */
export function MissingPage({ title, href, back }: MissingPageProps) {
  const text = useText();
  return (
    <>
      <PageHeader title={title} />
      <h2 className="k-hidden">{text('problem.NOT_FOUND.what')}</h2>
      <EmptyState title={text('problem.NOT_FOUND.what')} action={<ButtonLink href={href}>{back}</ButtonLink>}>
        {text('problem.NOT_FOUND.why')}
      </EmptyState>
    </>
  );
}
