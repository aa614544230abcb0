import type { MessageId } from '@ketenregie/messages';
import { useText } from '@ketenregie/ui';
import { Ban, CircleCheck, CircleDashed, OctagonAlert, Undo2 } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';

const looks: Readonly<Record<string, { readonly icon: LucideIcon; readonly words: MessageId }>> = {
  staging: { icon: CircleDashed, words: 'import.state.staging' },
  staged: { icon: CircleDashed, words: 'import.state.staged' },
  applying: { icon: CircleDashed, words: 'import.state.applying' },
  applied: { icon: CircleCheck, words: 'import.state.applied' },
  undone: { icon: Undo2, words: 'import.state.undone' },
  failed: { icon: OctagonAlert, words: 'import.state.failed' },
  discarded: { icon: Ban, words: 'import.state.discarded' },
};

/** The state of an import as word, icon and, last, colour. An import has states of its own and never borrows those of a right. */
export function ImportStateMark({ state }: { readonly state: string }) {
  const text = useText();
  const look = looks[state];
  if (look === undefined) return <span>{state}</span>;
  const { icon: Icon, words } = look;
  return (
    <span className="x-state" data-state={state}>
      <Icon size={16} aria-hidden />
      {text(words)}
    </span>
  );
}
