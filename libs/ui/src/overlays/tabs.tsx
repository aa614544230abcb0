import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

export interface TabItem {
  readonly key: string;
  readonly label: string;
  /** Shown behind the words, only where it asks for something. */
  readonly count?: number;
  readonly content: ReactNode;
}

export interface TabsProps {
  readonly label: string;
  readonly items: readonly TabItem[];
  readonly selected?: string;
  readonly onSelect?: (key: string) => void;
}

/** Parts of one page, like the tabs of a card index. For places with an address of their own use links. */
export function Tabs({ label, items, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs className="k-tabs" {...(selected === undefined ? {} : { selectedKey: selected })} {...(onSelect === undefined ? {} : { onSelectionChange: (key) => onSelect(String(key)) })}>
      <TabList aria-label={label} className="k-tab-list">
        {items.map((item) => (
          <Tab key={item.key} id={item.key} className="k-tab">
            {item.label}
            {item.count !== undefined && <span className="k-count">{item.count}</span>}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.key} id={item.key} className="k-tab-panel">
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
