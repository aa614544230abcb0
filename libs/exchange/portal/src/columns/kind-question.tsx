import { usePortalChange } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, Select, useText } from '@ketenregie/ui';
import { useState } from 'react';
import { ImportDiscardDocument } from '../generated/operations.js';
import type { ImportDetails } from '../import-facts.js';
import { FileButton } from '../upload/drop-area.js';
import { FILE_KIND_CHOICES, kindOf } from '../upload/file-kinds.js';
import type { FileKindChoice } from '../upload/file-kinds.js';
import { keptFile } from '../upload/kept-files.js';
import { UploadProblem } from '../upload/upload-problem.js';
import { useUpload } from '../upload/use-upload.js';

export interface KindQuestionProps {
  readonly portal: Portal;
  readonly found: ImportDetails;
}

/**
 * What kind of list the file was taken for, and reading it again as another one. The server keeps no file: this visit's is sent again by
 * itself, an older one is asked for. What was read first is thrown away once the new reading is taken.
 */
export function KindQuestion({ portal, found }: KindQuestionProps) {
  const text = useText();
  const [kind, setKind] = useState<FileKindChoice | null>(kindOf(found.kind));
  const upload = useUpload(portal);
  const discard = usePortalChange(portal, 'import', ImportDiscardDocument);
  const canChange = found.state === 'staged' && found.viewerCan.includes('import.stage');
  const isOther = kind !== null && kind !== found.kind;
  const file = keptFile(found.id);
  const readAgain = (again: File) => {
    if (kind === null) return;
    upload.send({ file: again, kind, supplier: found.supplierKey }, { onSuccess: () => discard.mutate({ id: found.id }) });
  };
  return (
    <div className="x-kind">
      {upload.error !== null && <UploadProblem error={upload.error} onClose={upload.reset} />}
      <Select label={text('import.columns.kindIs')} options={FILE_KIND_CHOICES.map((key) => ({ key, label: text(`import.kind.${key}`) }))} value={kind} onChange={(key) => setKind(kindOf(key))} isDisabled={!canChange} />
      {isOther && file !== null && (
        <Button isPending={upload.isBusy} onPress={() => readAgain(file)}>
          {text('import.columns.kindChange')}
        </Button>
      )}
      {isOther && file === null && (
        <div className="x-again">
          <p className="x-note">{text('import.columns.kindAgain')}</p>
          <FileButton label={text('import.columns.kindChange')} isBusy={upload.isBusy} onFile={readAgain} />
        </div>
      )}
    </div>
  );
}
