import { formatInstant } from '@ketenregie/messages';
import { Loaded, ProblemNotice, usePortalChange, usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, Dialog, useLanguage, useText, useToast } from '@ketenregie/ui';
import { ImportChangedSinceDocument, ImportUndoDocument } from '../generated/operations.js';
import { changedOf } from '../import-facts.js';
import type { ChangedSince, ImportFacts } from '../import-facts.js';

export interface UndoDialogProps {
  readonly portal: Portal;
  readonly found: Pick<ImportFacts, 'id' | 'fileName'>;
  readonly onClose: () => void;
}

/** Undoing a whole import: what goes back, and by name what was changed since and therefore stays. */
export function UndoDialog({ portal, found, onClose }: UndoDialogProps) {
  const text = useText();
  const toast = useToast();
  const since = usePortalQuery(portal, { subject: 'imports', document: ImportChangedSinceDocument, variables: { id: found.id } });
  const undo = usePortalChange(portal, 'import', ImportUndoDocument);
  const go = () =>
    undo.mutate({ id: found.id, keepsChanged: (since.data?.importChangedSince.length ?? 0) > 0 }, {
      onSuccess: () => {
        toast({ kind: 'done', title: text('import.undo.done', { file: found.fileName }) });
        onClose();
      },
    });
  const actions = (
    <>
      <Button kind="danger" isDisabled={since.data === undefined} isPending={undo.isPending} onPress={go}>
        {text('import.undo.save')}
      </Button>
      <Button slot="close">{text('action.cancel')}</Button>
    </>
  );
  return (
    <Dialog title={text('import.undo.title', { file: found.fileName })} isOpen onOpenChange={(isOpen) => !isOpen && onClose()} actions={actions}>
      {undo.error !== null && <ProblemNotice error={undo.error} />}
      <p>{text('import.undo.why')}</p>
      <Loaded query={since}>{({ importChangedSince }) => <ChangedList changed={importChangedSince.map(changedOf)} />}</Loaded>
    </Dialog>
  );
}

function ChangedList({ changed }: { readonly changed: readonly ChangedSince[] }) {
  const text = useText();
  const language = useLanguage();
  if (changed.length === 0) return <p>{text('import.undo.nothingSince')}</p>;
  return (
    <>
      <p>{text('import.undo.changedSince', { count: changed.length })}</p>
      <ul className="x-since">
        {changed.map((each) => (
          <li key={each.objectId}>
            <span className="x-note">{text(`import.kind.object.${each.kind}`)}</span> <strong>{each.name}</strong> <span className="x-note">{formatInstant(language, each.changedAt)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
