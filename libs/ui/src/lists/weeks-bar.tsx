import { formatDay } from '@ketenregie/messages';
import { useId, useState } from 'react';
import { Button } from '../controls/button.js';
import { useLanguage, useText } from '../text/provider.js';

export interface Week {
  /** ISO week number. */
  readonly week: number;
  /** Its Monday. */
  readonly startsOn: string;
  /** End dates in it. */
  readonly total: number;
  /** Of these, those whose repair cannot be ready in time without haste. */
  readonly urgent: number;
}

export interface WeeksBarProps {
  /** From this week on, in order. */
  readonly weeks: readonly Week[];
  /** Opens the list of one week. */
  readonly onChoose?: (week: Week) => void;
}

const HEIGHT = 112;
const MOST_BAR = 88;

/** End dates per week as ruled bars; the part that is too late for an easy repair is hatched. The same facts as a table are one button away. */
export function WeeksBar({ weeks, onChoose }: WeeksBarProps) {
  const text = useText();
  const [isTable, setTable] = useState(false);
  return (
    <figure className="k-weeks">
      <figcaption className="k-weeks-head">
        <span className="k-weeks-key">
          <WeekKey isUrgent />
          {text('weeks.urgent')}
        </span>
        <span className="k-weeks-key">
          <WeekKey isUrgent={false} />
          {text('weeks.later')}
        </span>
        <Button kind="quiet" onPress={() => setTable(!isTable)}>
          {text(isTable ? 'weeks.showChart' : 'weeks.showTable')}
        </Button>
      </figcaption>
      {isTable ? <WeeksTable weeks={weeks} /> : <WeeksChart weeks={weeks} {...(onChoose === undefined ? {} : { onChoose })} />}
    </figure>
  );
}

function WeeksChart({ weeks, onChoose }: WeeksBarProps) {
  const text = useText();
  const language = useLanguage();
  const hatch = useId();
  const most = Math.max(4, ...weeks.map((week) => week.total));
  return (
    <ol className="k-weeks-chart" aria-label={text('weeks.title')}>
      {weeks.map((week, index) => {
        const month = formatDay(language, week.startsOn).split(' ')[1] ?? '';
        const isNewMonth = index === 0 || weeks[index - 1]?.startsOn.slice(0, 7) !== week.startsOn.slice(0, 7);
        const face = (
          <>
            <WeekColumn week={week} unit={MOST_BAR / most} hatch={`${hatch}${String(index)}`} />
            <span className="k-hidden">
              {text('weeks.week', { week: week.week })}: {text('weeks.count', { count: week.total })}
              {week.urgent > 0 && `, ${String(week.urgent)} ${text('weeks.urgent')}`}
            </span>
            <span className="k-weeks-name" aria-hidden>
              {week.week}
            </span>
          </>
        );
        return (
          <li key={week.startsOn} data-now={index === 0 ? '' : undefined}>
            {onChoose === undefined ? <div className="k-week">{face}</div> : <button type="button" className="k-week" onClick={() => onChoose(week)}>{face}</button>}
            <span className="k-weeks-month" aria-hidden>
              {isNewMonth && month}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function WeekColumn({ week, unit, hatch }: { readonly week: Week; readonly unit: number; readonly hatch: string }) {
  const urgent = week.urgent * unit;
  const later = (week.total - week.urgent) * unit;
  return (
    <svg className="k-week-column" width="100%" height={HEIGHT} aria-hidden>
      <HatchPattern id={hatch} />
      {later > 0 && <rect className="k-week-later" x="27%" width="46%" y={HEIGHT - urgent - later} height={Math.max(later - (urgent > 0 ? 2 : 0), 1)} />}
      {urgent > 0 && <rect className="k-week-urgent" x="27%" width="46%" y={HEIGHT - urgent} height={urgent} fill={`url(#${hatch})`} />}
      {week.total > 0 && (
        <text x="50%" y={HEIGHT - urgent - later - 7} textAnchor="middle">
          {week.total}
        </text>
      )}
    </svg>
  );
}

/** A square of the legend, drawn as the bars are, so that it stands in forced colours. */
function WeekKey({ isUrgent }: { readonly isUrgent: boolean }) {
  const hatch = useId();
  return (
    <svg width="16" height="16" aria-hidden>
      {isUrgent && <HatchPattern id={hatch} />}
      <rect className={isUrgent ? 'k-week-urgent' : 'k-week-later'} x="1" y="1" width="14" height="14" {...(isUrgent ? { fill: `url(#${hatch})` } : {})} />
    </svg>
  );
}

function HatchPattern({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="k-week-hatch" width="2.5" height="6" />
      </pattern>
    </defs>
  );
}

function WeeksTable({ weeks }: Pick<WeeksBarProps, 'weeks'>) {
  const text = useText();
  const language = useLanguage();
  return (
    <table className="k-table">
      <thead>
        <tr>
          <th scope="col">{text('weeks.column.week')}</th>
          <th scope="col">{text('weeks.column.from')}</th>
          <th scope="col">{text('weeks.column.count')}</th>
          <th scope="col">{text('weeks.column.urgent')}</th>
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.startsOn}>
            <th scope="row">{week.week}</th>
            <td>{formatDay(language, week.startsOn)}</td>
            <td>{week.total}</td>
            <td>{week.urgent}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
