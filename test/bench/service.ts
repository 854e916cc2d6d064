import { sceneOf } from '../../src/coverage/service/scene.ts';
import { createServiceEvaluator } from '../../src/coverage/service/service.ts';
import { defaultServiceSettings } from '../../src/coverage/service/service-types.ts';
import { installNodeWorkers } from '../../workers/node-worker.ts';
import { computeServiceInWorkers } from '../../workers/service/client.ts';
import { tryEverything } from '../coverage/service/exhaustive-service.ts';
import { builtInPack } from '../support/built-in-pack.ts';
import { cpuMs, type Print, spread, wallMs } from './measure.ts';

const rounds = 5;
const pointsARound = 16;

/** Service at points of the built-in pack against trying every station over its whole profile, then at all of them over two workers. */
export const run = async (print: Print): Promise<void> => {
  const scene = sceneOf(await builtInPack());
  const { points, operators, best } = createServiceEvaluator(scene, defaultServiceSettings);
  const total = points.length;
  const each = (visit: (point: number, operator: number) => void, from: number, step: number): void => {
    for (let point = from; point < total; point += step)
      operators.forEach((_, operator) => void visit(point, operator));
  };
  const step = Math.floor(total / pointsARound);
  const [quick, plain, ratio]: [number[], number[], number[]] = [[], [], []];
  each(best, 0, 4 * step);
  for (let round = 0; round < rounds; round++) {
    const questions = Math.ceil((total - round) / step) * operators.length;
    const own = cpuMs(() => each(best, round, step)) / questions;
    const all =
      cpuMs(() => each((point, o) => tryEverything(scene, points[point], operators[o], scene.sites), round, step)) /
      questions;
    quick.push(1000 * own);
    plain.push(1000 * all);
    ratio.push(all / own);
  }
  print({
    measure: 'a point and an operator',
    sites: scene.sites.length,
    microseconds: spread(quick),
    everythingMicroseconds: spread(plain),
    timesFaster: spread(ratio),
  });

  installNodeWorkers();
  const seconds: number[] = [];
  for (let round = 0; round < 3; round++) {
    seconds.push((await wallMs(() => computeServiceInWorkers(scene, defaultServiceSettings, { workers: 2 }))) / 1000);
  }
  print({ measure: 'all points', points: total, operators: operators.length, workers: 2, seconds: spread(seconds) });
};
