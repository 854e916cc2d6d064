import { formatNumber } from '../../i18n/format.ts';

interface CountProgressProps {
  label: string;
  done: number;
  /** 0 while nobody knows. */
  total: number;
  cancel: string;
  onCancel: () => void;
  /** As wide as the panel, or in line with its text. */
  fit: 'wide' | 'flush';
  /** Whether the numbers mean something to whoever waits. */
  isCounted?: boolean;
}

/** Work that counts what it does, and the way to end it. */
export const CountProgress = ({ label, done, total, cancel, onCancel, fit, isCounted = true }: CountProgressProps) => (
  <div class={`run-bar run-bar-${fit}`}>
    <progress aria-label={label} {...(total > 0 ? { max: total, value: done } : {})} />
    <p>
      <span>{label}</span>
      {isCounted && total > 0 && (
        <span class="tabular">
          {formatNumber(done)} / {formatNumber(total)}
        </span>
      )}
    </p>
    <button type="button" class="button small" onClick={onCancel}>
      {cancel}
    </button>
  </div>
);
