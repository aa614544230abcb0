import { PortalError } from '@ketenregie/portal-kit';
import { ProblemNotice } from '@ketenregie/tenants-portal';
import { Notice, useText } from '@ketenregie/ui';

/** Why a file was not taken. A spreadsheet without a list that we know has words of its own: there the person can say what it is. */
export function UploadProblem({ error, onClose }: { readonly error: Error; readonly onClose: () => void }) {
  const text = useText();
  if (error instanceof PortalError && error.code === 'INVALID_INPUT') {
    return (
      <Notice kind="problem" title={text('import.notUnderstood')} onClose={onClose}>
        {text('import.notUnderstoodWhy')}
      </Notice>
    );
  }
  return <ProblemNotice error={error} onClose={onClose} />;
}
