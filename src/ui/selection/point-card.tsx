import { useEffect, useState } from 'preact/hooks';
import { communeFinder } from '../../files/vector/locate.ts';
import { distanceM } from '../../geo/distance.ts';
import { landCoverAt, terrainHeightM } from '../../geo/sample.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { Pack } from '../../model/pack.ts';
import type { LonLat } from '../../model/place.ts';
import { type LandCoverClass, landCoverClasses } from '../../model/raster.ts';
import { ActionButton, addMastAction } from '../actions/index.ts';
import { communeTitle, meridianText } from '../app-state/titles.ts';
import { type PlanePosition, toPlane } from '../find/index.ts';
import { Fact, Facts } from '../kit/facts.tsx';
import { PlaceLink } from '../kit/place-link.tsx';
import { ProvenanceNote } from '../kit/provenance-note.tsx';
import { Position } from './position.tsx';

const coverAt = ({ landCover }: Pack, [lon, lat]: LonLat): LandCoverClass =>
  landCoverClasses[landCoverAt(landCover, lon, lat) as keyof typeof landCoverClasses] ?? 'unknown';

/** The same position as surveyors of the province write it. */
const InVn2000 = ({ at, pack }: { at: LonLat; pack: Pack }) => {
  const [plane, setPlane] = useState<PlanePosition | null>(null);
  const { boundingBox } = pack.manifest;
  useEffect(() => {
    let isCurrent = true;
    void toPlane(at, boundingBox).then((found) => {
      if (isCurrent) setPlane(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [at, boundingBox]);
  if (!plane) return <>…</>;
  const metres = { northing: formatNumber(plane.northingM, 1), easting: formatNumber(plane.eastingM, 1) };
  return (
    <span class="tabular">{t('selection.vn2000', { ...metres, meridian: meridianText(plane.zone.meridianDeg) })}</span>
  );
};

/** What is at a position of the map, where nothing of the study need be. */
export const PointCard = ({ at, pack }: { at: LonLat; pack: Pack }) => {
  const heightM = terrainHeightM(pack.terrain, ...at);
  const commune = communeFinder(pack.communes)(at);
  const near = pack.sites.reduce<{ id: string; metres: number } | null>((best, { id, position }) => {
    const metres = distanceM(at, position);
    return best && best.metres <= metres ? best : { id, metres };
  }, null);
  return (
    <>
      <h2>
        <Position at={at} uncertaintyM={undefined} />
      </h2>
      <p class="quiet">
        {commune ? (
          <PlaceLink kind="commune" id={commune.code}>
            {communeTitle(commune)}
          </PlaceLink>
        ) : (
          t('selection.outside')
        )}
      </p>
      <p class="card-actions">
        <ActionButton action={addMastAction} withLabel />
      </p>
      <Facts>
        <Fact name={t('selection.inVn2000')}>
          <InVn2000 at={at} pack={pack} />
        </Fact>
        <Fact name={t('selection.groundHeight')}>
          {Number.isNaN(heightM) ? '—' : t('unit.m', { value: formatNumber(heightM) })}
        </Fact>
        <Fact name={t('layer.landcover')}>{t(`measured.cover.${coverAt(pack, at)}`)}</Fact>
        {near && (
          <Fact name={t('selection.nearest')}>
            <PlaceLink kind="site" id={near.id}>
              {near.id}
            </PlaceLink>{' '}
            (
            {near.metres < 1000
              ? t('unit.m', { value: formatNumber(near.metres) })
              : t('unit.km', { value: formatNumber(near.metres / 1000, 1) })}
            )
          </Fact>
        )}
      </Facts>
      <ProvenanceNote manifest={pack.manifest} layers={['terrain', 'landcover', 'sites']} />
    </>
  );
};
