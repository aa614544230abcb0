import { cssString, html, type Html } from '@ketenregie/platform/http';

/** The page in print: A4, its head and number repeated on every sheet, no colour that says anything. `page` is the words "page" and "of". */
export function reportStyle({ head, hash, page, of }: { readonly head: string; readonly hash: string; readonly page: string; readonly of: string }): Html {
  return html`<style>
@page { size: A4; margin: 22mm 14mm 18mm; @top-left { content: ${cssString(head)}; font: 9pt sans-serif; } @bottom-left { content: ${cssString(hash)}; font: 7pt monospace; }
  @bottom-right { content: ${cssString(`${page} `)} counter(page) ${cssString(` ${of} `)} counter(pages); font: 9pt sans-serif; } }
:root { color-scheme: light; }
body { max-width: 182mm; margin: 8mm auto; padding: 0 4mm; background: #fff; color: #17201c; font: 10.5pt/1.4 "Atkinson Hyperlegible Next", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
h1 { margin: 0 0 2mm; font-size: 18pt; } h2 { margin: 8mm 0 2mm; font-size: 13pt; break-after: avoid; }
table + table { margin-top: 4mm; } table { width: 100%; border-collapse: collapse; } th, td { padding: 1.2mm 2mm 1.2mm 0; border-bottom: 0.2mm solid #99a39d; text-align: left; vertical-align: top; }
thead { display: table-header-group; } tr { break-inside: avoid; } .number { text-align: right; } .hash { font: 8pt/1.3 monospace; overflow-wrap: anywhere; }
.icon { display: inline-block; min-width: 4.5mm; margin-right: 1.5mm; border: 0.3mm solid #17201c; font-weight: 700; text-align: center; }
.lines { font-size: 8.5pt; } .lines th:nth-child(1) { width: 28%; } .lines th:nth-child(2) { width: 24%; } .lines th:nth-child(3) { width: 11%; } .lines th:nth-child(4) { width: 15%; } .whole { break-inside: avoid; } .said { display: block; } .note { border: 0.4mm solid #17201c; padding: 2mm 3mm; }
.signature { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm 10mm; margin-top: 4mm; } .signature > div { break-inside: avoid; } .rule { margin-top: 14mm; border-bottom: 0.3mm solid #17201c; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
</style>`;
}
