import { SectionHeader } from '@ketenregie/ui';
import type { ReactNode } from 'react';

export interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** One part of the gallery, with an anchor. */
export function Section({ title, children }: SectionProps) {
  const id = title.toLowerCase().replaceAll(/[^a-z]+/g, '-');
  return (
    <section className="g-section" data-part={id} aria-labelledby={id}>
      <SectionHeader title={title} id={id} />
      {children}
    </section>
  );
}

/** Examples beside each other. */
export function Row({ children }: { readonly children: ReactNode }) {
  return <div className="g-row">{children}</div>;
}
