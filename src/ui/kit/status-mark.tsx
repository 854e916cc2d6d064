import { t } from '../../i18n/language.ts';
import { hamletMarks } from '../../map/classes.ts';
import { type HamletClass, palettes } from '../../map/palette.ts';
import { theme } from '../app-state/preferences.ts';

/** The map's mark of a hamlet's class, as the map draws it. */
export const StatusMark = ({ status }: { status: HamletClass }) => {
  const palette = palettes[theme.value];
  const mark = hamletMarks.find((candidate) => candidate.hamletClass === status)!;
  const colour = palette.hamlet[status];
  return (
    <svg class="status-mark" width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
      <circle
        r={Math.min(6, mark.radius[1] * 0.85)}
        fill={mark.hollow ? palette.hamletStroke : colour}
        stroke={mark.hollow ? colour : palette.hamletStroke}
        stroke-width={mark.stroke}
      />
    </svg>
  );
};

/** The mark and its name. */
export const StatusLabel = ({ status }: { status: HamletClass }) => (
  <span class={`status status-${status}`}>
    <StatusMark status={status} />
    {t(`status.${status}`)}
  </span>
);
