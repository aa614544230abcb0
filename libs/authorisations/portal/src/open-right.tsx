import { lazy, Suspense } from 'react';
import type { RightSheetProps } from './right-sheet.js';

const RightSheet = lazy(async () => ({ default: (await import('./right-sheet.js')).RightSheet }));

export interface OpenRightProps extends Omit<RightSheetProps, 'rightId'> {
  /** Null where no sheet is open. */
  readonly rightId: string | null;
}

/** The sheet of a right where one is open; its code, with the forms in it, is fetched then. */
export function OpenRight({ rightId, ...sheet }: OpenRightProps) {
  if (rightId === null) return null;
  return (
    <Suspense fallback={null}>
      <RightSheet {...sheet} rightId={rightId} />
    </Suspense>
  );
}
