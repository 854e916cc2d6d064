import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import type { Running } from '../app-state/telling.ts';
import { timeLeft } from './time-left.ts';

/** Shorter work needs no bar. */
const patienceMs = 300;

interface RunProgressProps {
  state: Pick<Running<unknown>, 'share' | 'secondsLeft'>;
  /** What is worked on. */
  text: string;
  /** Of the bar, for whoever hears the page. */
  label: string;
  onCancel: () => void;
}

/** How far long work is, how long it still takes, and the way to end it. */
export const RunProgress = ({ state, text, label, onCancel }: RunProgressProps) => {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLong(true), patienceMs);
    return () => window.clearTimeout(timer);
  }, []);
  if (!isLong) return null;
  const percent = Math.floor(state.share * 100);
  return (
    <div class="run-bar">
      <progress max={100} value={percent} aria-label={label} />
      <p>
        <span>{text}</span>
        <span class="tabular">{t('run.percent', { percent })}</span>
        <span class="quiet tabular">{timeLeft(state.secondsLeft)}</span>
      </p>
      <button type="button" class="button small" onClick={onCancel}>
        {t('run.cancel')}
      </button>
    </div>
  );
};
