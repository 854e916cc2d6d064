import { t } from '../../../i18n/language.ts';
import type { Range } from '../../../model/facts.ts';

interface RangeFigureProps {
  range: Range;
  /** Writes a number without its unit. */
  write: (value: number) => string;
  unit: string;
}

/** A central figure with its low and high beside it, so that no estimate looks exact. */
export const RangeFigure = ({ range, write, unit }: RangeFigureProps) => (
  <span class="range">
    <span class="range-central">
      {write(range.central)} <span class="unit">{unit}</span>
    </span>
    <span class="range-ends">
      {t('common.low')} {write(range.low)} · {t('common.high')} {write(range.high)}
    </span>
  </span>
);
