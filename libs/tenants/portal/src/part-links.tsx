import { Link } from 'react-aria-components';

export interface PartLinksProps {
  readonly label: string;
  readonly parts: readonly { readonly key: string; readonly label: string; readonly href: string }[];
  readonly current: string;
}

/** Parts of a place that have addresses of their own, in the look of tabs. */
export function PartLinks({ label, parts, current }: PartLinksProps) {
  return (
    <nav className="t-parts" aria-label={label}>
      {parts.map((part) => (
        <Link key={part.key} href={part.href} className="t-part" {...(part.key === current ? { 'aria-current': 'page' as const } : {})}>
          {part.label}
        </Link>
      ))}
    </nav>
  );
}
