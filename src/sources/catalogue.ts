import { copernicus30, copernicus90 } from './copernicus.ts';
import { gadm } from './gadm.ts';
import { geoboundaries } from './geoboundaries.ts';
import { opencellid } from './opencellid.ts';
import { osmPbf } from './osm-pbf.ts';
import { overpass } from './overpass.ts';
import { skadi } from './skadi.ts';
import { type Need, needs, type Source, type SourceId } from './source.ts';
import { terrarium } from './terrarium.ts';
import { thanglequoc } from './thanglequoc.ts';
import { worldcover } from './worldcover.ts';
import { worldpop } from './worldpop.ts';

/** Every source there is. */
export const catalogue: Readonly<Record<SourceId, Source>> = {
  terrarium,
  skadi,
  'copernicus-30': copernicus30,
  'copernicus-90': copernicus90,
  worldcover,
  worldpop,
  overpass,
  'osm-pbf': osmPbf,
  thanglequoc,
  geoboundaries,
  opencellid,
  gadm,
};

/** Which source gives what; a need that none gives is not asked for. */
export type Choice = Readonly<Partial<Record<Need, SourceId>>>;

/** Of sources in order of liking, the first that gives each need. */
export const chooseSources = (liked: readonly SourceId[]): Choice =>
  Object.fromEntries(
    needs.flatMap((need) => {
      const id = liked.find((one) => catalogue[one].gives.includes(need));
      return id ? [[need, id]] : [];
    }),
  );
