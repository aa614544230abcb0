import { createHash } from 'node:crypto';

/** Text that is safe as HTML: made by `html` alone. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | readonly Html[] | null;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function safe(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return String(part).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** A piece of a page; whatever is put in is escaped unless it is such a piece itself. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(texts.map((text, at) => text + safe(parts[at] ?? null)).join(''));
}

/** Text as a quoted string of CSS: for the headers that print repeats on each page. */
export function cssString(text: string): Html {
  return new Html(`"${text.replace(/[^a-zA-Z0-9 .,:()/-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`);
}

/** The policy of a page of the server's own: no scripts, files or frames, and its own style alone, known by its hash. */
export function pagePolicy(page: string): string {
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}
