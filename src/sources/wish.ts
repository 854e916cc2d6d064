import type { InputFile } from '../files/raster/elevation-files.ts';
import type { AreaGeometry } from '../model/pack.ts';
import type { BoundingBox } from '../model/place.ts';
import type { Choice } from './catalogue.ts';
import type { BoundaryLevel } from './geoboundaries.ts';
import type { SourceId } from './source.ts';
import type { WorldPopKind } from './worldpop.ts';

/** Which area a pack is wanted of. */
export type AreaWish =
  /** A province of Vietnam since July 2025, or those of its units that are named. */
  | { kind: 'province'; name: string; folder: string; codes?: ReadonlySet<string> }
  /** The units whose middle lies in an outline. */
  | { kind: 'outline'; name: string; outline: AreaGeometry }
  /** The units whose middle lies in a box. */
  | { kind: 'box'; name: string; box: BoundingBox };

/** What is wanted, and from whom. */
export interface Wish {
  area: AreaWish;
  /** About where it lies, as far as that is known before its boundaries are. */
  about: BoundingBox | null;
  sources: Choice;
  /** Files given instead of asking a source. */
  files: Readonly<Partial<Record<SourceId, readonly InputFile[]>>>;
  /** ISO 3166-1 alpha-3. */
  country: string;
  /** Mobile country code. */
  mcc: string;
  cellToken: string | null;
  boundaryLevel: BoundaryLevel;
  coverDetail: 'level' | 'full';
  people: { kind: WorldPopKind; year: number };
  gridZoom: number;
  /** Cells beyond the border for which there is terrain, too. */
  marginCells: number;
}
