import type { Feature, LineString, Point } from 'geojson';
import type { Hamlet } from '../../../model/hamlet.ts';
import type { Measurement } from '../../../model/measurement.ts';
import type {
  AreaGeometry,
  FibreNodeProperties,
  FibreRouteProperties,
  PointOfInterestProperties,
} from '../../../model/pack.ts';
import type { Commune } from '../../../model/place.ts';
import type { Site } from '../../../model/site.ts';

/** Columns of a row that no field of ours takes, by layer and id of what the row became: 'sites/TN-0001'. */
export interface ImportedExtras {
  of: string;
  values: Readonly<Record<string, string>>;
}

/** What a file brings into a study, by layer. */
export interface ImportedEntries {
  sites?: Site[];
  hamlets?: Hamlet[];
  communes?: Feature<AreaGeometry, Commune>[];
  fibreNodes?: Feature<Point, FibreNodeProperties>[];
  fibreRoutes?: Feature<LineString, FibreRouteProperties>[];
  points?: Feature<Point, PointOfInterestProperties>[];
  measurements?: Measurement[];
  extras?: ImportedExtras[];
}
