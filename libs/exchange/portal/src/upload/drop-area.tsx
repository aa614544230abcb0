import { Button, useText } from '@ketenregie/ui';
import { FileSpreadsheet } from 'lucide-react';
import { DropZone, FileTrigger } from 'react-aria-components';
import { ACCEPTED_FILES, MOST_MEGABYTES } from './file-kinds.js';

export interface DropAreaProps {
  readonly onFile: (file: File) => void;
  readonly isBusy: boolean;
}

/** A ruled page to drop a spreadsheet on, with a button that does the same. */
export function DropArea({ onFile, isBusy }: DropAreaProps) {
  const text = useText();
  return (
    <DropZone
      className="x-drop"
      getDropOperation={() => (isBusy ? 'cancel' : 'copy')}
      onDrop={(event) => {
        const item = event.items.find((each) => each.kind === 'file');
        if (item?.kind === 'file') void item.getFile().then(onFile);
      }}
    >
      {({ isDropTarget }) => (
        <>
          <FileSpreadsheet size={36} strokeWidth={1.25} aria-hidden />
          <p className="x-drop-words">{text(isDropTarget ? 'import.dropNow' : 'import.drop')}</p>
          <p className="x-drop-or">{text('import.or')}</p>
          <FileTrigger acceptedFileTypes={[...ACCEPTED_FILES]} onSelect={(list) => list?.[0] !== undefined && onFile(list[0])}>
            <Button kind="primary" isPending={isBusy}>
              {text('import.choose')}
            </Button>
          </FileTrigger>
          <p className="x-note">{text('import.accepts', { megabytes: MOST_MEGABYTES })}</p>
        </>
      )}
    </DropZone>
  );
}
