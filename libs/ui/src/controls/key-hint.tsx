export interface KeyHintProps {
  /** Keys pressed together, as printed on them: `['Ctrl', 'K']`. */
  readonly keys: readonly string[];
}

/** Keys beside the thing they do. Decoration for a screen reader: the button says its own name. */
export function KeyHint({ keys }: KeyHintProps) {
  return (
    <span className="k-keys" aria-hidden>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
