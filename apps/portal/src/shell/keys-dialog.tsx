import { setPreferences, usePreferences } from '@ketenregie/portal-kit';
import { Dialog, KeyHint, Switch, useText } from '@ketenregie/ui';
import type { PaletteCommand } from '@ketenregie/ui';

export interface KeysDialogProps {
  readonly places: readonly PaletteCommand[];
  readonly onClose: () => void;
}

interface Line {
  readonly label: string;
  readonly keys: readonly string[];
}

/** All keys in one overview, and the switch for those without Ctrl. */
export function KeysDialog({ places, onClose }: KeysDialogProps) {
  const text = useText();
  const { hasSingleKeys } = usePreferences();
  const everywhere: Line[] = [
    { label: text('keys.palette'), keys: ['Ctrl', 'K'] },
    { label: text('keys.previous'), keys: ['Ctrl', 'K', 'Enter'] },
    ...places.flatMap(({ label, keys }) => (keys === undefined ? [] : [{ label, keys }])),
    { label: text('keys.before'), keys: ['['] },
    { label: text('keys.after'), keys: [']'] },
    { label: text('keys.filter'), keys: ['/'] },
    { label: text('keys.help'), keys: ['?'] },
    { label: text('keys.close'), keys: ['Esc'] },
  ];
  const lists: Line[] = [
    { label: text('keys.move'), keys: ['←', '↑', '→', '↓'] },
    { label: text('keys.openRow'), keys: ['Enter'] },
  ];
  return (
    <Dialog title={text('keys.title')} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Switch isSelected={hasSingleKeys} onChange={(isOn) => setPreferences({ hasSingleKeys: isOn })} help={text('settings.singleKeysHelp')}>
        {text('keys.single')}
      </Switch>
      <KeysOf title={text('keys.everywhere')} lines={everywhere} />
      <KeysOf title={text('keys.lists')} lines={lists} />
    </Dialog>
  );
}

function KeysOf({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  return (
    <section className="p-keys">
      <h3>{title}</h3>
      <dl>
        {lines.map(({ label, keys }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <KeyHint keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
