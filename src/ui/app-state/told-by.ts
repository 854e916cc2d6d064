import { signal } from '@preact/signals';
import { findingsByUnits } from '../../findings/by-units.ts';
import type { Findings } from '../../findings/findings.ts';
import { readByUnits } from '../../geo/units/read-by-units.ts';
import type { OtherUnits } from '../../model/other-units.ts';
import type { Pack } from '../../model/pack.ts';

/** Other units, and the communes they were read from: they are right on no others. */
export interface UnitsRead {
  from: Pack['communes'];
  units: OtherUnits;
}

/** The units that everything is told by, where they are not the pack's own. */
export const unitsRead = signal<UnitsRead | null>(null);

/** The units a pack is told by; null for its own. */
export const unitsOf = ({ communes }: Pick<Pack, 'communes'>): OtherUnits | null =>
  unitsRead.value?.from === communes ? unitsRead.value.units : null;

/** A pack as it is told on screen. What is computed is computed from the pack itself. */
export const toldPack = (pack: Pack): Pack => {
  const units = unitsOf(pack);
  return units ? readByUnits(pack, units) : pack;
};

/** Findings as they are told on screen. */
export const toldFindings = (findings: Findings, pack: Pack): Findings => {
  const units = unitsOf(pack);
  return units ? findingsByUnits(findings, readByUnits(pack, units), units) : findings;
};
