import { Link } from 'react-aria-components';
import { useText } from '../text/provider.js';

export interface RailItem {
  readonly key: string;
  readonly label: string;
  readonly href: string;
  /** Only where action is needed. */
  readonly count?: number;
}

export interface RailGroup {
  readonly key: string;
  /** The first group has no heading. */
  readonly label?: string;
  readonly items: readonly RailItem[];
}

export interface RailProps {
  readonly groups: readonly RailGroup[];
  /** At the foot: import, settings, lost device. */
  readonly foot?: readonly RailItem[];
  readonly current: string;
  readonly onFollow?: () => void;
}

/** The places of the portal in groups, like the index tabs of a ledger: the open one runs into the page. */
export function Rail({ groups, foot = [], current, onFollow }: RailProps) {
  const text = useText();
  const links = { current, ...(onFollow === undefined ? {} : { onFollow }) };
  return (
    <nav className="k-rail" aria-label={text('nav.label')}>
      <div className="k-rail-column">
        {groups.map((group) => (
          <div key={group.key} className="k-rail-group">
            {group.label !== undefined && <h2 id={`rail-${group.key}`}>{group.label}</h2>}
            <RailList {...links} items={group.items} {...(group.label === undefined ? {} : { labelledBy: `rail-${group.key}` })} />
          </div>
        ))}
        {foot.length > 0 && (
          <div className="k-rail-group k-rail-foot">
            <RailList {...links} items={foot} label={text('nav.foot')} />
          </div>
        )}
      </div>
    </nav>
  );
}

interface RailListProps extends Pick<RailProps, 'current' | 'onFollow'> {
  readonly items: readonly RailItem[];
  readonly label?: string;
  readonly labelledBy?: string;
}

function RailList({ items, current, onFollow, label, labelledBy }: RailListProps) {
  const text = useText();
  return (
    <ul aria-label={label} aria-labelledby={labelledBy}>
      {items.map((item) => (
        <li key={item.key}>
          <Link className="k-rail-link" href={item.href} {...(onFollow === undefined ? {} : { onPress: onFollow })} {...(item.key === current ? { 'aria-current': 'page' as const } : {})}>
            {item.label}
            {item.count !== undefined && item.count > 0 && (
              <span className="k-rail-count">
                <span aria-hidden>{item.count}</span>
                <span className="k-hidden">, {text('nav.count', { count: item.count })}</span>
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
