import { formatDay, parseDay } from '@ketenregie/messages';
import { useState } from 'react';
import { useLanguage, useText } from '../text/provider.js';
import { TextField } from './text-field.js';
import type { FieldTexts } from './text-field.js';

export interface DayFieldProps extends FieldTexts {
  /** A calendar day, or empty. */
  readonly value: string;
  /** Given a calendar day, or empty; never anything else. */
  readonly onChange: (day: string) => void;
  /** For a day typed without its year. */
  readonly today?: string;
  readonly isRequired?: boolean;
  readonly id?: string;
}

/** A day typed as people write it, `2-12-2026` or `2 dec`; on leaving the field it stands there as `2 dec 2026`. */
export function DayField({ value, onChange, today, error, ...rest }: DayFieldProps) {
  const text = useText();
  const language = useLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  const [isUnread, setUnread] = useState(false);
  const leave = () => {
    if (typed === null) return;
    const day = typed.trim() === '' ? '' : parseDay(typed, today === undefined ? undefined : Number(today.slice(0, 4)));
    setUnread(day === null);
    if (day === null) return;
    setTyped(null);
    onChange(day);
  };
  const wrong = isUnread ? text('field.dayUnread') : error;
  return (
    <TextField
      {...rest}
      width="short"
      value={typed ?? (value === '' ? '' : formatDay(language, value))}
      onChange={(next) => {
        setTyped(next);
        setUnread(false);
      }}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
      placeholder={text('field.dayExample')}
      {...(wrong === undefined ? {} : { error: wrong })}
    />
  );
}
