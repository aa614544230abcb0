import { formatCount } from '@ketenregie/messages';
import { Progress, useLanguage, useText } from '@ketenregie/ui';

export interface OperationBarProps {
  readonly what: 'staging' | 'previewing' | 'applying' | 'undoing';
  readonly done: number;
  /** Null while nobody knows. */
  readonly total: number | null;
}

/** How far the server is. It goes on when the page closes, and the page says so. */
export function OperationBar({ what, done, total }: OperationBarProps) {
  const text = useText();
  const language = useLanguage();
  const detail = total === null ? (done === 0 ? text('import.busy.unknown') : formatCount(language, done)) : text('import.progress', { done, total });
  return (
    <div className="x-busy" role="status">
      <Progress label={text(`import.busy.${what}`)} done={done} total={total} detail={detail} />
      <p className="x-note">{text('import.busy.leave')}</p>
    </div>
  );
}
