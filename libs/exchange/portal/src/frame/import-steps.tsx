import { addressIn } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { useText } from '@ketenregie/ui';
import { Check } from 'lucide-react';
import { Link } from 'react-aria-components';

export const IMPORT_STEPS = ['file', 'columns', 'check', 'done'] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

const paths: Readonly<Record<ImportStep, string>> = { file: '', columns: 'kolommen', check: 'nakijken', done: 'gereed' };

export interface ImportStepsProps {
  readonly portal: Portal;
  readonly importId: string;
  readonly current: ImportStep;
  /** The furthest step that can be opened now. */
  readonly reached: ImportStep;
}

/** Where an import stands: four steps, those that can be opened as links. */
export function ImportSteps({ portal, importId, current, reached }: ImportStepsProps) {
  const text = useText();
  const place = IMPORT_STEPS.indexOf(current);
  return (
    <nav aria-label={text('import.steps')}>
      <ol className="x-steps">
        {IMPORT_STEPS.map((step, index) => {
          const words = text(`import.step.${step}`);
          const isOpen = step !== current && step !== 'file' && index <= IMPORT_STEPS.indexOf(reached);
          return (
            <li key={step} data-past={index < place ? '' : undefined} {...(step === current ? { 'aria-current': 'step' as const } : {})}>
              <span className="x-step-mark" aria-hidden>
                {index < place ? <Check size={14} strokeWidth={3} /> : index + 1}
              </span>
              {isOpen ? <Link href={addressIn(portal, `import/${importId}/${paths[step]}`)}>{words}</Link> : words}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
