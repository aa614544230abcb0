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
  | { readonly kind: 'all'; /** Null for who sees himself alone. */ readonly count: number | null; readonly name?: string }
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
  const look: SigilLook = isDemo && subject.kind !== 'chain' ? 'demo' : subject.kind;
  const facts = subject.kind === 'all' ? [subject.count === null ? text('band.own') : text('band.managed', { count: subject.count })] : factsOf(subject, text);
  return (
    <header className="k-band" data-look={look} aria-label={text('band.label')}>
      <Button className="k-band-block" onPress={onSwitch}>
        <Sigil look={look} {...(subject.kind === 'all' ? {} : { name: subject.name })} />
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
  return subject.kind === 'chain' ? text('band.onBehalfOf', { name: subject.name }) : subject.name;
}

function factsOf(subject: Exclude<BandSubject, { kind: 'all' }>, text: TextOf): string[] {
  const { kvk, town, clientNumber } = subject;
  return [
    kvk === null ? text('band.noKvk') : text('band.kvk', { kvk: formatKvk(kvk) }),
    ...(clientNumber === undefined || clientNumber === null ? [] : [text('band.client', { number: clientNumber })]),
    ...(town === null ? [] : [town]),
  ];
}
