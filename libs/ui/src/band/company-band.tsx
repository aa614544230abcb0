import { formatKvk } from '@ketenregie/messages';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { KeyHint } from '../controls/key-hint.js';
import { useText } from '../text/provider.js';
import type { TextOf } from '../text/provider.js';
import { Sigil } from './sigil.js';
import type { SigilLook } from './sigil.js';

/** For whom the viewer works now: all organisations, one, or one in whose name he acts through a chain. */
export type BandSubject =
  | { readonly kind: 'all'; /** Null for who sees himself alone; absent while it is not known. */ readonly count?: number | null; readonly name?: string }
  | { readonly kind: 'opening'; /** The number of a company of which no more is known yet. */ readonly kvk: string | null }
  | { readonly kind: 'company' | 'chain'; readonly name: string; readonly kvk: string | null; readonly town: string | null; readonly clientNumber?: string | null };

export interface CompanyBandProps {
  readonly subject: BandSubject;
  /** Example data: dotted sigil and a word that says so. */
  readonly isDemo?: boolean;
  /** Opens the palette; the whole block is its button. */
  readonly onSwitch: () => void;
  /** Right end of the band. */
  readonly children?: ReactNode;
}

/** The signature strip above every page: it answers "for whom am I doing this?" before every action. */
export function CompanyBand({ subject, isDemo = false, onSwitch, children }: CompanyBandProps) {
  const text = useText();
  const look: SigilLook = isDemo && subject.kind !== 'chain' ? 'demo' : subject.kind === 'opening' ? 'company' : subject.kind;
  const facts = factsOf(subject, text);
  return (
    <header className="k-band" data-look={look} aria-label={text('band.label')}>
      <Button className="k-band-block" onPress={onSwitch}>
        <Sigil look={look} {...('kvk' in subject && subject.kind !== 'opening' ? { name: subject.name } : {})} />
        <span className="k-band-words">
          <span className="k-band-name">{nameOf(subject, text)}</span>
          <span className="k-band-facts">
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </span>
        </span>
        <span className="k-hidden">, {text('band.switch')}</span>
        <KeyHint keys={['Ctrl', 'K']} />
      </Button>
      {isDemo && <span className="k-band-demo">{text('band.demo')}</span>}
      <div className="k-band-end">{children}</div>
    </header>
  );
}

function nameOf(subject: BandSubject, text: TextOf): ReactNode {
  if (subject.kind === 'all') return subject.name ?? text('band.allCompanies');
  if (subject.kind === 'opening') return subject.kvk === null ? text('state.busy') : text('band.kvk', { kvk: formatKvk(subject.kvk) });
  return subject.kind === 'chain' ? text('band.onBehalfOf', { name: subject.name }) : subject.name;
}

function factsOf(subject: BandSubject, text: TextOf): string[] {
  if (subject.kind === 'opening') return [];
  if (subject.kind === 'all') return subject.count === undefined ? [] : [subject.count === null ? text('band.own') : text('band.managed', { count: subject.count })];
  const { kvk, town, clientNumber } = subject;
  return [
    kvk === null ? text('band.noKvk') : text('band.kvk', { kvk: formatKvk(kvk) }),
    ...(clientNumber === undefined || clientNumber === null ? [] : [text('band.client', { number: clientNumber })]),
    ...(town === null ? [] : [town]),
  ];
}
