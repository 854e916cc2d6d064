import type { Pack } from '../../model/pack.ts';
import type { Commune, LonLat } from '../../model/place.ts';
import { insideTest } from './inside.ts';

type Finder = (position: LonLat) => Commune | undefined;
const finders = new WeakMap<Pack['communes'], Finder>();

/** Finds the commune a position lies in; undefined outside the province. Shapes are prepared once. */
export const communeFinder = (communes: Pack['communes']): Finder => {
  let find = finders.get(communes);
  if (!find) {
    const places = communes.features.map(({ geometry, properties }) => ({ properties, inside: insideTest(geometry) }));
    find = (position) => places.find(({ inside }) => inside(position))?.properties;
    finders.set(communes, find);
  }
  return find;
};
