import type { FeatureCollection } from 'geojson';
import type { Facts } from '../../model/facts.ts';
import type { AreaGeometry } from '../../model/pack.ts';
import type { BoundingBox, Commune } from '../../model/place.ts';
import { distanceOutsideKm } from '../vector/inside.ts';
import { communeFinder } from '../vector/locate.ts';
import { asCommuneCode } from './commune-code.ts';
import type { ImportedEntries } from './convert/imported.ts';
import type { Reading } from './convert/reading.ts';
import type { OtherCodes } from './other-codes.ts';
import { plainName } from './table/raw-table.ts';

/** What an import is checked against. Without communes every position is good; without operators every network is. */
export interface ImportContext {
  communes: FeatureCollection<AreaGeometry, Commune> | null;
  facts: Pick<Facts, 'operators' | 'bands' | 'antennas'> | null;
  /** Codes of another vintage that a file may state instead; absent where none are known. */
  otherCodes?: OtherCodes | null;
  /** Those, where the file at hand states them. */
  statedIn?: OtherCodes | null;
  /** Where positions should fall. */
  box: BoundingBox | null;
  /** Whether what a row leaves open is an error: a pack states what is there, an import may assume and say so. */
  isStrict?: boolean;
  /** Ids for what a file gives none; by the file's name and the row where it is left out. */
  nextId?: (layer: keyof ImportedEntries) => string;
}

/** The commune of a row: the one it names by code, else the one it lies in; undefined, and told, where there is none. */
export const communeOf = (reading: Reading, { communes, statedIn }: ImportContext): string | undefined => {
  if (!communes) return asCommuneCode(reading.text('communeCode')) || '00000';
  const { position } = reading;
  const there = communeFinder(communes)(position);
  if (!there) {
    const distanceKm = Math.min(...communes.features.map(({ geometry }) => distanceOutsideKm(geometry, position)));
    reading.tell('outside-province', position.join(', '), { distanceKm });
    return undefined;
  }
  const stated = asCommuneCode(reading.text('communeCode'));
  if (stated !== '' && statedIn) return carriedOver(reading, stated, there, communes, statedIn);
  if (stated === '' || stated === there.code) return there.code;
  const named = communes.features.find(({ properties }) => properties.code === stated)?.properties;
  if (!named) {
    reading.tell('unknown-commune', stated, { vintage: there.vintage });
    return undefined;
  }
  reading.warn('outside-commune', position.join(', '), { commune: `${named.name} (${named.code})` });
  return named.code;
};

/** The commune of a row that names a unit of another vintage: that it lies in, or of those the unit is made of the nearest. */
const carriedOver = (
  reading: Reading,
  stated: string,
  there: Commune,
  communes: FeatureCollection<AreaGeometry, Commune>,
  { vintage, units }: OtherCodes,
): string | undefined => {
  const unit = units.get(stated);
  if (!unit || unit.communes.length === 0) {
    reading.tell('unknown-commune', stated, { vintage });
    return undefined;
  }
  reading.note('units-carried', '', { vintage, own: there.vintage });
  if (unit.communes.includes(there.code)) return there.code;
  reading.warn('outside-commune', reading.position.join(', '), { commune: `${unit.name} (${stated}, ${vintage})` });
  const [nearest] = communes.features
    .filter(({ properties }) => unit.communes.includes(properties.code))
    .map(({ geometry, properties }) => ({ code: properties.code, km: distanceOutsideKm(geometry, reading.position) }))
    .sort((a, b) => a.km - b.km);
  return nearest?.code;
};

/** The operator a text means, by id, name or MCC-MNC; undefined, and told, for one the facts do not have. */
export const operatorOf = (reading: Reading, text: string, { facts }: ImportContext): string | undefined => {
  if (!facts) return plainName(text) || undefined;
  const plain = plainName(text.replace(/[.,]0+$/, ''));
  const found = facts.operators.find(
    ({ id, name, mccMnc }) => plainName(id) === plain || plainName(name) === plain || plainName(mccMnc) === plain,
  );
  if (!found) {
    reading.tell('not-one-of', text, { allowed: facts.operators.map(({ name }) => name).join(', ') }, 'operator');
  }
  return found?.id;
};
