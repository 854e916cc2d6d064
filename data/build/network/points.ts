import { featureCollection, point } from '@turf/turf';
import type { FeatureCollection, Point } from 'geojson';
import type { PointOfInterestProperties } from '../../../src/model/pack.ts';
import { type Commune, isUrban } from '../../../src/model/place.ts';
import { type Random, randomFor } from '../../../src/model/random.ts';
import type { Ground } from '../ground.ts';
import { apportion } from './apportion.ts';
import { figures2020 } from './figures.ts';
import { type Land, landOf } from './land.ts';
import { cover } from './land-cover-codes.ts';
import { officeCell } from './offices.ts';

type Kind = PointOfInterestProperties['kind'];

/** How far from the commune's office each kind lies. */
const distancesM: Record<Kind, readonly [nearest: number, farthest: number]> = {
  'commune-office': [0, 0],
  school: [120, 500],
  'health-station': [100, 400],
  'post-point': [60, 250],
};
const steepestSlope = 0.2;
const draws = 40;

const nameOf = (kind: Kind, commune: Commune, number: number): string => {
  const place = `${commune.type} ${commune.name}`;
  if (kind === 'commune-office') return `UBND ${place}`;
  if (kind === 'school') return `Trường tiểu học ${commune.name}`;
  if (kind === 'health-station') return `Trạm y tế ${place}`;
  const post = isUrban(commune) ? 'Bưu cục' : 'Bưu điện – văn hóa';
  return number === 1 ? `${post} ${place}` : `${post} ${place} ${number}`;
};

/** A level cell of the commune near its office, close to a road, not among `taken`; the office's own where none fits. */
const cellNear = (
  land: Land,
  commune: number,
  office: number,
  range: readonly [number, number],
  taken: ReadonlySet<number>,
  random: Random,
): number => {
  const [x, y] = land.flat(office);
  let best = office;
  let bestM = Number.POSITIVE_INFINITY;
  for (let k = 0; k < draws; k++) {
    const angle = random.between(0, 2 * Math.PI);
    const awayM = random.between(...range);
    const cell = land.cellAtFlat(x + awayM * Math.cos(angle), y + awayM * Math.sin(angle));
    if (!land.isInner(commune, cell) || taken.has(cell) || land.slope(cell) > steepestSlope) continue;
    if (land.landCover(cell) !== cover.water && land.roadM[cell] < bestM) {
      best = cell;
      bestM = land.roadM[cell];
    }
  }
  return best;
};

/**
 * Synthetic points of interest: a commune office, school, health station and post point in each commune, and further
 * post points where most people live.
 */
export const buildPoints = (
  ground: Ground,
  postPointCount = figures2020.postPoints,
): FeatureCollection<Point, PointOfInterestProperties> => {
  const land = landOf(ground);
  const { communes } = land;
  const postPoints = apportion(
    Math.max(0, postPointCount - communes.length),
    communes.map((c) => c.population),
  );
  return featureCollection(
    communes.flatMap((commune, c) => {
      const random = randomFor(`points ${commune.code}`);
      const office = officeCell(land, c);
      const taken = new Set([office]);
      const make = (kind: Kind, cell: number, number: number) => {
        taken.add(cell);
        const id = `${commune.code}-${initials[kind]}${number}`;
        const properties: PointOfInterestProperties = {
          id,
          kind,
          name: nameOf(kind, commune, number),
          communeCode: commune.code,
        };
        return point([...land.positionIn(cell, 0.5, 0.5)], properties, { id });
      };
      const beside = (kind: Kind, number = 1) =>
        make(kind, cellNear(land, c, office, distancesM[kind], taken, random), number);
      const further = Array.from({ length: postPoints[c] }, (_, k) => {
        const reachM = Math.sqrt(land.innerCells(c).length) * land.cellM * 0.5;
        return make('post-point', cellNear(land, c, office, [reachM / 2, reachM], taken, random), k + 2);
      });
      return [
        make('commune-office', office, 1),
        beside('school'),
        beside('health-station'),
        beside('post-point'),
        ...further,
      ];
    }),
  );
};

const initials: Record<Kind, string> = {
  'commune-office': 'O',
  school: 'S',
  'health-station': 'Y',
  'post-point': 'B',
};
