import { projectionFrom, projectionTo } from '../../files/vector/crs.ts';
import { thaiNguyenZone, type Vn2000Zone, vn2000Zones } from '../../geo/vn2000.ts';
import type { BoundingBox, LonLat } from '../../model/place.ts';

/** A position in a plane of VN-2000, as surveyors write it: northing first. */
export interface PlanePosition {
  zone: Vn2000Zone;
  northingM: number;
  eastingM: number;
}

const homeZone = vn2000Zones.find(({ epsg }) => epsg === thaiNguyenZone)!;

const middleOf = ([west, , east]: BoundingBox): number => (west + east) / 2;

const isNearHome = (box: BoundingBox): boolean =>
  Math.abs(middleOf(box) - homeZone.meridianDeg) <= homeZone.widthDeg / 2;

/**
 * Zones of 3° that a province may survey in, the likeliest first: the home province's own, then by how near their
 * meridian runs. Which one another province takes is not known here.
 */
const likelyZones = (box: BoundingBox): Vn2000Zone[] => {
  const away = ({ meridianDeg }: Vn2000Zone): number => Math.abs(meridianDeg - middleOf(box));
  const near = vn2000Zones
    .filter((zone) => zone.widthDeg === 3 && away(zone) <= zone.widthDeg / 2)
    .sort((a, b) => away(a) - away(b));
  return isNearHome(box) ? [homeZone, ...near.filter((zone) => zone !== homeZone)] : near;
};

/** Where a position lies in the likeliest zone; null where no zone is near. */
export const toPlane = async ([lon, lat]: LonLat, box: BoundingBox): Promise<PlanePosition | null> => {
  const [zone] = likelyZones(box);
  const project = zone && (await projectionTo(zone.epsg));
  if (!project) return null;
  const [eastingM, northingM] = project(lon, lat);
  return { zone, northingM, eastingM };
};

/** What metres mean in each zone that puts them into the box, the likeliest first. */
export const fromPlane = async (
  { northingM, eastingM }: Pick<PlanePosition, 'northingM' | 'eastingM'>,
  box: BoundingBox,
): Promise<{ zone: Vn2000Zone; at: LonLat }[]> => {
  const [west, south, east, north] = box;
  const read = likelyZones(box).map(async (zone) => {
    const toDegrees = await projectionFrom(zone.epsg);
    return toDegrees ? [{ zone, at: toDegrees(eastingM, northingM) }] : [];
  });
  return (await Promise.all(read))
    .flat()
    .filter(({ at: [lon, lat] }) => lon >= west && lon <= east && lat >= south && lat <= north);
};
