import { ButtonLink, Sigil, useText } from '@ketenregie/ui';
import { useEffect } from 'react';

/** An address that leads nowhere, or to an office that is not the viewer's: both look the same. The way on is his own first page, or the door. */
export function NotFoundPage() {
  const text = useText();
  useEffect(() => {
    document.title = `${text('problem.NOT_FOUND.what')} · Ketenregie`;
  }, [text]);
  return (
    <div className="p-door">
      <header className="p-door-band">
        <Sigil look="all" />
        <span className="p-door-name">Ketenregie</span>
      </header>
      <main className="p-stop">
        <h1>{text('problem.NOT_FOUND.what')}</h1>
        <p>{text('problem.NOT_FOUND.why')}</p>
        <ButtonLink kind="primary" href="/">
          {text('nav.toStart')}
        </ButtonLink>
      </main>
    </div>
  );
}
