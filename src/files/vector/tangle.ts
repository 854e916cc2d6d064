import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import type { AreaGeometry } from '../../model/pack.ts';

/** Boxes of other segments that one of a border touches: its neighbours, its twin of the next area and that one's. */
const usualTouches = 12;
/** So many touches are quick to work out whatever they are. */
const alwaysQuick = 200_000;

class EnoughError extends Error {}

const ringsOf = ({ type, coordinates }: AreaGeometry): Position[][] =>
  type === 'Polygon' ? coordinates : coordinates.flat();

/**
 * Whether the borders of areas run over each other so often that laying the areas over each other would never end: the
 * time that takes grows with the crossings, and a comb laid on a comb crosses itself a million times.
 */
export const areTangled = (areas: readonly AreaGeometry[]): boolean => {
  const rings = areas.flatMap(ringsOf);
  const segments = rings.reduce((sum, ring) => sum + Math.max(0, ring.length - 1), 0);
  if (segments < 2) return false;
  const index = new Flatbush(segments);
  const boxes = new Float64Array(segments * 4);
  let n = 0;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++, n++) {
      const [x0, y0] = ring[i - 1];
      const [x1, y1] = ring[i];
      boxes.set([Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)], n * 4);
      index.add(...(boxes.subarray(n * 4, n * 4 + 4) as unknown as [number, number, number, number]));
    }
  }
  index.finish();
  const most = alwaysQuick + usualTouches * segments;
  let touches = 0;
  const count = (): boolean => {
    if (++touches > most) throw new EnoughError();
    return false;
  };
  try {
    for (let s = 0; s < segments; s++) {
      index.search(boxes[s * 4], boxes[s * 4 + 1], boxes[s * 4 + 2], boxes[s * 4 + 3], count);
    }
    return false;
  } catch (error) {
    if (error instanceof EnoughError) return true;
    throw error;
  }
};
