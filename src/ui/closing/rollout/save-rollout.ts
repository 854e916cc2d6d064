import { language } from '../../../i18n/language.ts';
import { identityOf } from '../../../model/pack.ts';
import { base } from '../../app-state/study.ts';
import type { PlannedRollout } from './rollout-jobs.ts';

const files = ['options', 'hamlets', 'map', 'whole'] as const;
type RolloutFile = (typeof files)[number] | 'whereNext';

/** Files of a plan; the map of where next where there is one. */
export const rolloutFiles = ({ map }: PlannedRollout): readonly RolloutFile[] =>
  map ? [...files, 'whereNext'] : files;

export const rolloutFile = async (
  file: RolloutFile,
  { finding, network, map }: PlannedRollout,
): Promise<Uint8Array> => {
  if (file === 'whereNext' && map) {
    const { writeGeoTiff } = await import('../../../files/raster/geotiff-write.ts');
    return writeGeoTiff(map.people);
  }
  const [{ textsAbout }, writing] = await Promise.all([
    import('../../../report/report-input.ts'),
    import('../../../report/rollout/rollout-files.ts'),
  ]);
  if (file === 'whole')
    return new TextEncoder().encode(
      writing.writeRolloutJson(finding, identityOf(network.manifest, base.peek()?.checksum ?? '')),
    );
  const texts = await textsAbout(finding.settings, language());
  if (file === 'options') return writing.writeRolloutCsv(finding, texts);
  return file === 'hamlets'
    ? writing.writeRemediesCsv(finding, network, texts)
    : writing.writeRolloutGeoJson(finding, network, texts);
};
