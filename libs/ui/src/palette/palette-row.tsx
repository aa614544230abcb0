import { formatKvk } from '@ketenregie/messages';
import { Sigil } from '../band/sigil.js';
import { KeyHint } from '../controls/key-hint.js';
import { useText } from '../text/provider.js';
import { markMatches } from './company-search.js';
import type { CompanyHit } from './company-search.js';
import type { PaletteItem } from './palette-items.js';

export interface PaletteRowProps {
  readonly id: string;
  readonly item: PaletteItem;
  readonly typed: string;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

/** One row of the palette. */
export function PaletteRow({ id, item, typed, isActive, onPoint, onChoose }: PaletteRowProps) {
  return (
    <div id={id} role="option" aria-selected={isActive} className="k-palette-row" onPointerMove={isActive ? undefined : onPoint} onClick={onChoose}>
      {item.kind === 'company' ? <CompanyRow hit={item.hit} typed={typed} isPrevious={item.isPrevious} /> : <ScreenRow label={item.command.label} keys={item.command.keys} isPrevious={item.command.isPrevious === true && typed.trim() === ''} typed={typed} />}
    </div>
  );
}

function CompanyRow({ hit, typed, isPrevious }: { readonly hit: CompanyHit; readonly typed: string; readonly isPrevious: boolean }) {
  const text = useText();
  const { company, isNameShared } = hit;
  const isByClient = company.clientNumber !== null && typed.trim() !== '' && company.clientNumber.toLowerCase().includes(typed.trim().toLowerCase());
  return (
    <>
      <Sigil look="company" name={company.name} size={24} />
      <span className="k-palette-name">
        <Marked name={company.name} typed={typed} />
        {(isNameShared || isByClient) && company.clientNumber !== null && <span className="k-palette-client">{text('band.client', { number: company.clientNumber })}</span>}
        {isPrevious && <span className="k-palette-previous">{text('palette.previous')}</span>}
      </span>
      <span className="k-palette-open">{company.open !== undefined && company.open > 0 && text('palette.open', { count: company.open })}</span>
      <span className="k-palette-town">{company.town}</span>
      <span className="k-palette-kvk">{company.kvk !== null && formatKvk(company.kvk)}</span>
    </>
  );
}

function ScreenRow({ label, keys, isPrevious, typed }: { readonly label: string; readonly keys: readonly string[] | undefined; readonly isPrevious: boolean; readonly typed: string }) {
  const text = useText();
  return (
    <>
      <span className="k-palette-screen" />
      <span className="k-palette-name">
        <Marked name={label} typed={typed} />
        {isPrevious && <span className="k-palette-previous">{text('palette.previous')}</span>}
      </span>
      <span className="k-palette-end">
        {text('palette.screen')}
        {keys !== undefined && <KeyHint keys={keys} />}
      </span>
    </>
  );
}

function Marked({ name, typed }: { readonly name: string; readonly typed: string }) {
  return (
    <span>
      {markMatches(name, typed).map((part, place) => (part.isMatch ? <mark key={place}>{part.text}</mark> : part.text))}
    </span>
  );
}
