import { useEffect, useId, useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { KeyHint } from '../controls/key-hint.js';
import { useText } from '../text/provider.js';
import { indexCompanies } from './company-search.js';
import type { PaletteCompany } from './company-search.js';
import { keyOfItem, paletteItems } from './palette-items.js';
import type { PaletteCommand, PaletteItem, PaletteSource } from './palette-items.js';
import { PaletteRow } from './palette-row.js';

export interface PaletteProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** Up to 20,000; folded once per list. */
  readonly companies: readonly PaletteCompany[];
  /** Keys of the companies visited, the last first, without the present one: Enter on nothing typed goes to the first. */
  readonly recentKeys: readonly string[];
  readonly commands: readonly PaletteCommand[];
  readonly onCompany: (key: string) => void;
  readonly onCommand: (key: string) => void;
  /** Given where the server searches, because there are too many companies for a browser: `companies` are then what it found. */
  readonly search?: PaletteSearch;
}

export interface PaletteSearch {
  readonly onTyped: (typed: string) => void;
  /** How many it found in all; null while it searches. */
  readonly found: number | null;
}

/** Ctrl-K: go to a company or a screen. Mount it closed, in idle time: then the first opening is as fast as the next. */
export function Palette({ isOpen, onOpenChange, companies, recentKeys, commands, onCompany, onCommand, search }: PaletteProps) {
  const text = useText();
  const index = useMemo(() => indexCompanies(companies), [companies]);
  const source = useMemo(() => ({ index, recentKeys, commands }), [index, recentKeys, commands]);
  const choose = (item: PaletteItem) => {
    onOpenChange(false);
    if (item.kind === 'company') onCompany(item.hit.company.key);
    else onCommand(item.command.key);
  };
  return (
    <ModalOverlay className="k-veil k-palette-veil" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className="k-palette">
        <Dialog className="k-palette-dialog" aria-label={text('palette.title')}>
          <PaletteBox source={source} onChoose={choose} search={search} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface PaletteBoxProps {
  readonly source: PaletteSource;
  readonly onChoose: (item: PaletteItem) => void;
  readonly search: PaletteSearch | undefined;
}

/** A palette that opens begins with nothing typed, also for the server. */
function useStartOfSearch(search: PaletteSearch | undefined): void {
  const onTyped = search?.onTyped;
  useEffect(() => {
    onTyped?.('');
  }, [onTyped]);
}

function PaletteBox({ source, onChoose, search }: PaletteBoxProps) {
  const text = useText();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  useStartOfSearch(search);
  const { items, found } = paletteItems(source, typed);
  const at = Math.min(active, Math.max(0, items.length - 1));
  const current = items[at];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && items.length > 0) setActive((at + step + items.length) % items.length);
    else if (event.key === 'Enter' && current !== undefined && !event.nativeEvent.isComposing) onChoose(current);
    else return;
    event.preventDefault();
  };
  const isEmpty = typed.trim() === '';
  const screens = items.filter(({ kind }) => kind === 'command').length;
  return (
    <>
      <input
        className="k-palette-input"
        autoFocus
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls={`${id}list`}
        aria-autocomplete="list"
        aria-activedescendant={current === undefined ? undefined : `${id}${keyOfItem(current)}`}
        aria-label={text('palette.placeholder')}
        placeholder={text('palette.placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          search?.onTyped(event.target.value);
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}list`} role="listbox" className="k-palette-list" aria-label={text(isEmpty ? 'palette.recent' : 'palette.results')}>
        {items.map((item, place) => (
          <PaletteRow key={keyOfItem(item)} id={`${id}${keyOfItem(item)}`} item={item} typed={typed} isActive={place === at} onPoint={() => setActive(place)} onChoose={() => onChoose(item)} />
        ))}
      </div>
      {items.length === 0 && search?.found !== null && <p className="k-palette-none">{isEmpty ? text('palette.empty') : text('palette.none', { query: typed.trim() })}</p>}
      <PaletteFoot status={isEmpty ? '' : search?.found === null ? text('palette.searching') : text('palette.found', { count: (search?.found ?? found) + screens })} hasChoice={items.length > 0} />
    </>
  );
}

function PaletteFoot({ status, hasChoice }: { readonly status: string; readonly hasChoice: boolean }) {
  const text = useText();
  return (
    <footer className="k-palette-foot">
      <span role="status">{status}</span>
      {hasChoice && (
        <>
          <span aria-hidden>
            <KeyHint keys={['↑', '↓']} /> {text('palette.keyChoose')}
          </span>
          <span aria-hidden>
            <KeyHint keys={['Enter']} /> {text('palette.keyOpen')}
          </span>
        </>
      )}
      <span aria-hidden>
        <KeyHint keys={['Esc']} /> {text('palette.keyClose')}
      </span>
    </footer>
  );
}

/** Opens something on Ctrl-K or Cmd-K, from anywhere on the page. */
export function usePaletteKey(onPress: () => void): void {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      onPress();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onPress]);
}
