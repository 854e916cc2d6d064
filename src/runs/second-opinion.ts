import type { TaskOptions } from '../../workers/progress.ts';
import { computeServiceInWorkers } from '../../workers/service/client.ts';
import { sceneOf } from '../coverage/service/scene.ts';
import type { Findings } from '../findings/findings.ts';
import { secondOpinion } from '../findings/second-opinion.ts';
import type { Pack } from '../model/pack.ts';
import type { PathModelId } from '../radio/path-model.ts';
import type { StudyRun } from './study-run.ts';

/** A run's findings with a second model's opinion beside them: service once more, with all else as the run had it. */
export const askSecondOpinion = async (
  pack: Pack,
  { service, findings }: Pick<StudyRun, 'service' | 'findings'>,
  secondModel: PathModelId,
  options: TaskOptions = {},
): Promise<Findings> => {
  const settings = findings.service;
  const second = await computeServiceInWorkers(sceneOf(pack), { ...settings, model: secondModel }, options);
  const source = { hamlets: pack.hamlets, found: findings.hamlets, settings, first: service, second, secondModel };
  return { ...findings, secondOpinion: secondOpinion(source) };
};
