import type { LinkExplanation } from '../../coverage/service/explain-link.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { PathExplanation } from '../../radio/explain-path.ts';
import type { PathModelId } from '../../radio/path-model.ts';
import { OutsideModel } from '../coverage/index.ts';
import { obstaclesOf } from './chart-geometry.ts';

const sight = (path: PathExplanation): string => {
  const { worst } = path;
  const values = {
    distance: formatNumber(worst.distanceKm, 2),
    above: formatNumber(Math.abs(worst.rayM - worst.raisedM), 1),
  };
  if (worst.clearance > 0) return path.obstructedShare === 0 ? t('path.clearWide') : t('path.clear', values);
  return t('path.blocked', {
    ...values,
    ground: formatNumber(worst.terrainM),
    clutter: formatNumber(worst.clutterM),
    bulge: formatNumber(worst.raisedM - worst.terrainM - worst.clutterM, 1),
  });
};

interface PathWordsProps {
  link: LinkExplanation;
  thresholdDbm: number;
  /** What the level is computed by. */
  model: PathModelId;
}

/** Whether the point is reached, and what stands in the way. */
export const PathWords = ({ link, thresholdDbm, model }: PathWordsProps) => {
  const { path, levelDbm } = link;
  const margin = levelDbm - thresholdDbm;
  const others = obstaclesOf(path, Number.POSITIVE_INFINITY).length - 1;
  return (
    <div class="path-words">
      <p class={margin >= 0 ? 'verdict good' : 'verdict bad'}>
        {t(margin >= 0 ? 'path.served' : 'path.notServed', {
          level: formatNumber(levelDbm, 1),
          margin: formatNumber(Math.abs(margin), 1),
        })}
      </p>
      <p>
        {sight(path)}
        {others > 0 && ` ${t('path.alsoBlocked', { count: others })}`}
        {path.obstructedShare > 0 && ` ${t('path.fresnelShare', { share: formatShare(path.obstructedShare, 0) })}`}
      </p>
      {path.profile.unknownShare > 0 && (
        <p class="synthetic-note">{t('path.unknownGround', { share: formatShare(path.profile.unknownShare, 0) })}</p>
      )}
      <OutsideModel model={model} violations={link.outsideModel} />
      {path.p1812.outsideValidity.map(({ input, value, min, max }) => (
        <p key={input} class="synthetic-note">
          {t('path.outside', {
            quantity: t(`path.quantity.${input}`),
            value: formatNumber(value, 2),
            min: formatNumber(min, min < 1 ? 2 : 0),
            max: formatNumber(max),
          })}
        </p>
      ))}
    </div>
  );
};
