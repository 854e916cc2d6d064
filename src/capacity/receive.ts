import { hamletPoints } from '../coverage/service/hamlet-points.ts';
import { createServiceEvaluator } from '../coverage/service/service.ts';
import type { CapacityPlace, CapacityQuestion, CapacityScene, Received } from './capacity-types.ts';
import { indexCells } from './network-cells.ts';
import { capacityParameters } from './parameters.ts';

/** Thermal noise of 1 Hz at 290 K, dBm. */
const thermalDbmPerHz = -174;

/** Noise of one resource element in a receiver, dBm. */
export const noisePerElementDbm = (spacingKHz: number, noiseFigureDb: number): number =>
  thermalDbmPerHz + 10 * Math.log10(spacingKHz * 1000) + noiseFigureDb;

/** A cell that arrives so far below the noise takes at most a tenth of a decibel from a signal, and is left out. */
const belowNoiseDb = 16;

/** Finds what arrives of every operator at the places of hamlets, over the paths that service is worked out by. */
export const createReceiver = (
  scene: CapacityScene,
  { operator }: CapacityQuestion,
): ((hamlet: number) => CapacityPlace[]) => {
  const { hamlets, operators, settings } = scene;
  const { positions, people, hamletStart } = hamletPoints(hamlets);
  const evaluator = createServiceEvaluator({ ...scene, points: positions }, settings);
  const { cells, at } = indexCells(scene);
  const floorDbm = noisePerElementDbm(15, capacityParameters(scene.parameters).deviceNoiseDb.central) - belowNoiseDb;

  const receivedAt = (point: number, o: number): Received | null => {
    if (operator !== null && operators[o] !== operator) return null;
    const all = evaluator
      .received(point, o, floorDbm)
      .map(({ site, cell, levelDbm }) => ({ cell: at(site, o, cell), rsrpDbm: levelDbm }));
    if (all.length === 0) return null;
    const server = all.reduce((a, b) => (b.rsrpDbm > a.rsrpDbm ? b : a));
    const { band } = cells[server.cell];
    return {
      server: server.cell,
      rsrpDbm: server.rsrpDbm,
      others: all.filter(({ cell }) => cell !== server.cell && cells[cell].band === band),
    };
  };

  return (hamlet) =>
    Array.from({ length: hamletStart[hamlet + 1] - hamletStart[hamlet] }, (_, i): CapacityPlace => {
      const point = hamletStart[hamlet] + i;
      return {
        hamlet,
        place: i === 0 ? 'centre' : i - 1,
        people: people[point],
        received: operators.map((_, o) => receivedAt(point, o)),
      };
    });
};
