import { Button, Menu, useLanguage, useText } from '@ketenregie/ui';
import { ChevronDown, Download } from 'lucide-react';
import { useRef } from 'react';
import type { Portal } from './portal.js';
import { useMay } from './viewer-can.js';

export interface ExportLinkProps {
  readonly portal: Pick<Portal, 'tenant'>;
  /** The list by its name in the API's addresses. */
  readonly list: 'companies' | 'people' | 'means' | 'authorisations' | 'direct-authorisations' | 'access' | 'tasks' | 'services' | 'imports' | 'import-findings' | 'logbook';
  /** What is exported, where a page has more than one list. */
  readonly label?: string;
  /** The filters of the page, so that the file holds what is seen. */
  readonly filter?: Readonly<Record<string, string | undefined>>;
}

/** The kinds of file, the one that most open first: it is the link itself. */
const FORMS = ['xlsx', 'ods', 'csv'] as const;

/**
 * A list as a spreadsheet, with the filters of the page: xlsx by the link, the other kinds behind the button beside it. The browser fetches it itself: a plain
 * link, not one of the pages. Nothing for who may not export.
 */
export function ExportLink({ portal, list, label, filter = {} }: ExportLinkProps) {
  const text = useText();
  const language = useLanguage();
  const link = useRef<HTMLAnchorElement>(null);
  const isOffered = useMay('export.make');
  if (!isOffered) return null;
  const given = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '');
  const query = new URLSearchParams([['tenant', portal.tenant], ...given, ['language', language]]).toString();
  const words = label ?? text('list.export');
  /** The link itself is followed, with another end: a browser keeps what it fetches that way, and stays on the page. */
  const fetchAs = (form: string) => {
    const other = link.current?.cloneNode() as HTMLAnchorElement | undefined;
    other?.setAttribute('href', `/exports/${list}.${form}?${query}`);
    other?.click();
  };
  return (
    <span className="t-export">
      <a ref={link} className="k-button" data-kind="secondary" href={`/exports/${list}.xlsx?${query}`} download>
        <Download size={18} aria-hidden />
        <span>{words}</span>
      </a>
      <Menu label={text('list.exportAs', { list: words })} trigger={<Button aria-label={text('list.exportAs', { list: words })} icon={ChevronDown}>{''}</Button>} actions={FORMS.map((form) => ({ key: form, label: text(`list.exportAs.${form}`) }))} onAction={fetchAs} />
    </span>
  );
}
