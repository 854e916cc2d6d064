import type { Pack } from '../../model/pack.ts';
import type { Selection } from '../../study/selection.ts';
import { type Asked, bestOf, type Findable, findable } from './plain-text.ts';

/** A place of the pack that can be looked for. */
export interface FindablePlace {
  place: Selection;
  of: Findable;
}

/** What can be found, a list a kind. */
export interface PlaceIndex {
  commune: readonly FindablePlace[];
  hamlet: readonly FindablePlace[];
  site: readonly FindablePlace[];
  area: readonly FindablePlace[];
}

export const indexPlaces = (pack: Pick<Pack, 'communes' | 'hamlets' | 'sites' | 'areas'>): PlaceIndex => {
  const communes = new Map(pack.communes.features.map(({ properties }) => [properties.code, properties]));
  return {
    commune: pack.communes.features.map(({ properties: { code, name, type, districtName } }) => ({
      place: { kind: 'commune', id: code },
      of: findable(name, `${type} ${districtName}`, code),
    })),
    hamlet: pack.hamlets.map(({ id, name, communeCode }) => {
      const commune = communes.get(communeCode);
      const around = commune ? `${commune.type} ${commune.name} ${commune.districtName}` : '';
      return { place: { kind: 'hamlet', id }, of: findable(name, around, id) };
    }),
    site: pack.sites.map(({ id, communeCode }) => ({
      place: { kind: 'site', id },
      of: findable(id, communes.get(communeCode)?.name, id),
    })),
    area: pack.areas.features.map(({ properties: { id, name, nameEn } }) => ({
      place: { kind: 'area', id },
      of: findable(name, nameEn, id),
    })),
  };
};

/** The places of each kind that fit what is looked for, best first. */
export const findPlaces = (index: PlaceIndex, asked: Asked): Record<keyof PlaceIndex, Selection[]> => {
  const best = (places: readonly FindablePlace[]): Selection[] => bestOf(asked, places).map(({ place }) => place);
  return {
    commune: best(index.commune),
    hamlet: best(index.hamlet),
    site: best(index.site),
    area: best(index.area),
  };
};
