/** A digest in words, ready to be laid out. */
export interface DigestPage {
  readonly language: string;
  /** For which office or group, above the title. */
  readonly from: string;
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly {
    readonly title: string;
    readonly groups: readonly {
      readonly title: string;
      readonly lines: readonly { readonly name: string; readonly detail: string; readonly mark: string | null }[];
      readonly more: string | null;
      readonly link: PageLink;
    }[];
  }[];
  readonly why: string;
  /** Null: he has no such page. */
  readonly settings: PageLink | null;
  readonly stop: PageLink;
}

export interface PageLink {
  readonly url: string;
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand in HTML, in an attribute too. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const FONT = 'font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif';
const STYLE = {
  body: `margin:0;padding:0;background:#f4f5f0;color:#17201c;${FONT};font-size:16px;line-height:1.5`,
  sheet: 'max-width:640px;margin:0 auto;padding:24px 20px;background:#ffffff;border-top:6px solid #24407a',
  from: 'margin:0 0 8px;font-size:14px;color:#48544d',
  title: 'margin:0 0 4px;font-size:22px;line-height:1.3;font-weight:600',
  lead: 'margin:0 0 8px;color:#48544d',
  section: 'margin:28px 0 4px;padding-top:16px;border-top:2px solid #24407a;font-size:17px;font-weight:600',
  group: 'margin:16px 0 4px;font-size:16px;font-weight:600',
  list: 'margin:0;padding:0 0 0 18px',
  line: 'margin:2px 0',
  detail: 'color:#48544d',
  mark: 'font-weight:600;color:#744600',
  more: 'margin:2px 0 0 18px;color:#48544d',
  link: 'color:#24407a;text-decoration:underline',
  foot: 'margin:32px 0 0;padding-top:12px;border-top:1px solid #d3d8cc;font-size:13px;color:#48544d',
} as const;

/** Mail programs that know a dark mode take these; the others keep the light styles above. */
const DARK = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){body,.page{background:#111715!important;color:#e9efeb!important}
.sheet{background:#19211e!important;color:#e9efeb!important;border-color:#a3bdf5!important}.soft{color:#aab7b0!important}.mark{color:#f2c46d!important}
a{color:#a3bdf5!important}.rule{border-color:#a3bdf5!important}.foot{border-color:#35413c!important;color:#aab7b0!important}}`;

type Section = DigestPage['sections'][number];
type Group = Section['groups'][number];

const linkHtml = ({ url, text }: PageLink): string => `<a href="${escaped(url)}" style="${STYLE.link}">${escaped(text)}</a>`;

function lineHtml({ name, detail, mark }: Group['lines'][number]): string {
  const marked = mark === null ? '' : `<span class="mark" style="${STYLE.mark}">${escaped(mark)}:</span> `;
  const more = detail === '' ? '' : `<br><span class="soft" style="${STYLE.detail}">${escaped(detail)}</span>`;
  return `<li style="${STYLE.line}">${marked}${escaped(name)}${more}</li>`;
}

function groupHtml({ title, lines, more, link }: Group): string {
  const list = lines.length === 0 ? '' : `<ul style="${STYLE.list}">${lines.map(lineHtml).join('')}</ul>`;
  const rest = more === null ? '' : `<p class="soft" style="${STYLE.more}">${escaped(more)}</p>`;
  return `<h3 style="${STYLE.group}">${escaped(title)}</h3>${list}${rest}<p style="margin:4px 0 0 18px">${linkHtml(link)}</p>`;
}

const sectionHtml = ({ title, groups }: Section): string => `<h2 class="rule" style="${STYLE.section}">${escaped(title)}</h2>${groups.map(groupHtml).join('')}`;

/** The page as HTML of a mail: own styles in each element, no picture, no script, nothing fetched from anywhere. */
export function htmlOf({ language, from, title, lead, sections, why, settings, stop }: DigestPage): string {
  return `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escaped(title)}</title><style>${DARK}</style></head>
<body class="page" style="${STYLE.body}"><div class="sheet" role="main" style="${STYLE.sheet}"><p class="soft" style="${STYLE.from}">${escaped(from)}</p><h1 style="${STYLE.title}">${escaped(title)}</h1><p class="soft" style="${STYLE.lead}">${escaped(lead)}</p>
${sections.map(sectionHtml).join('\n')}
<p class="foot" style="${STYLE.foot}">${escaped(why)}<br>${settings === null ? '' : `${linkHtml(settings)} &middot; `}${linkHtml(stop)}</p></div></body></html>
`;
}
