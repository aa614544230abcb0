import { useText } from '@ketenregie/ui';

export interface LostDeviceProps {
  /** Names of the suppliers of his means. */
  readonly suppliers: readonly string[];
  /** Names of who administers here. */
  readonly administrators: readonly string[];
}

/** What to do now when a device is lost: whom to call first, whom to tell, and what not to wait for. */
export function LostDevice({ suppliers, administrators }: LostDeviceProps) {
  const text = useText();
  const steps = [
    ...(suppliers.length === 0 ? [text('own.lost.callAny')] : suppliers.map((supplier) => text('own.lost.call', { supplier }))),
    administrators.length === 0 ? text('own.lost.tellAny') : text('own.lost.tell', { names: administrators.join(', ') }),
    text('own.lost.change'),
  ];
  return (
    <div className="m-card">
      <ol className="m-steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="m-steps-note">{text('own.lost.number')}</p>
    </div>
  );
}
