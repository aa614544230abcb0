import { Button, useText } from '@ketenregie/ui';
import { FileSpreadsheet } from 'lucide-react';
import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import { ACCEPTED_FILES, MOST_MEGABYTES } from './file-kinds.js';

export interface DropAreaProps {
  readonly onFile: (file: File) => void;
  readonly isBusy: boolean;
}

/** A ruled page to drop a spreadsheet on, and a button that does the same: whoever cannot drag misses nothing. */
export function DropArea({ onFile, isBusy }: DropAreaProps) {
  const text = useText();
  const [isTarget, setTarget] = useState(false);
  const enter = (event: DragEvent) => {
    if (isBusy || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setTarget(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setTarget(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined && !isBusy) onFile(file);
  };
  return (
    <div className="x-drop" data-drop-target={isTarget ? '' : undefined} onDragEnter={enter} onDragOver={enter} onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setTarget(false)} onDrop={drop}>
      <FileSpreadsheet size={36} strokeWidth={1.25} aria-hidden />
      <p className="x-drop-words">{text(isTarget ? 'import.dropNow' : 'import.drop')}</p>
      <p className="x-drop-or">{text('import.or')}</p>
      <FileButton kind="primary" label={text('import.choose')} isBusy={isBusy} onFile={onFile} />
      <p className="x-note">{text('import.accepts', { megabytes: MOST_MEGABYTES })}</p>
    </div>
  );
}

export interface FileButtonProps extends DropAreaProps {
  readonly label: string;
  readonly kind?: 'primary' | 'secondary';
}

/** A button that asks for one spreadsheet. The same file can be chosen twice in a row. */
export function FileButton({ label, kind = 'secondary', isBusy, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button kind={kind} isPending={isBusy} onPress={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED_FILES.join(',')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}
