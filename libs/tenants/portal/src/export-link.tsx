import { useText } from '@ketenregie/ui';
import { Download } from 'lucide-react';
import type { Portal } from './portal.js';
import { useMay } from './viewer-can.js';

export interface ExportLinkProps {
  readonly portal: Pick<Portal, 'tenant'>;
  /** The list by its name in the API's addresses. */
  readonly list: 'companies' | 'people' | 'means' | 'authorisations' | 'direct-authorisations' | 'access' | 'logbook';
  /** What is exported, where a page has more than one list. */
  readonly label?: string;
  /** The filters of the page, so that the file holds what is seen. */
  readonly filter?: Readonly<Record<string, string | undefined>>;
}

/** A list as a spreadsheet with the columns that an import reads. The browser fetches it itself: a plain link, not one of the pages. Nothing for who may not export. */
export function ExportLink({ portal, list, label, filter = {} }: ExportLinkProps) {
  const text = useText();
  const isOffered = useMay('export.make');
  if (!isOffered) return null;
  const given = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '');
  const query = new URLSearchParams([['tenant', portal.tenant], ...given]).toString();
  return (
    <a className="k-button" data-kind="secondary" href={`/exports/${list}.xlsx?${query}`} download>
      <Download size={18} aria-hidden />
      <span>{label ?? text('list.export')}</span>
    </a>
  );
}
