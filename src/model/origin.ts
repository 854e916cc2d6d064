/**
 * Where one entry of a layer comes from, in a layer that holds entries of several sources. An entry without one is what
 * the layer's provenance says.
 */
export interface EntryOrigin {
  /** Made up by the builder: no source knows of it. */
  synthetic?: boolean;
  /** Whose entry it is, as its source numbers it: 'OpenStreetMap node/123'. */
  source?: string;
  /** Properties that no source states; the builder filled them in. */
  assumed?: readonly string[];
}

/** What an entry may say of itself beside its properties. */
export interface Traced {
  origin?: EntryOrigin;
  /** How far the true position may lie from the one given, metres; absent where it is as good as the layer's. */
  positionUncertaintyM?: number;
}

/** Whether an entry is made up, by its own word where it has one, else by its layer's. */
export const isSynthetic = ({ origin }: Traced, layerIsSynthetic: boolean): boolean =>
  origin?.synthetic ?? layerIsSynthetic;
