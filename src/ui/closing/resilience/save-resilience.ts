import { language } from '../../../i18n/language.ts';
import type { FoundResilience } from './resilience-job.ts';

export const resilienceFiles = ['failures', 'threads', 'resilienceMap'] as const;

export const resilienceFile = async (
  file: (typeof resilienceFiles)[number],
  { finding, network }: FoundResilience,
): Promise<Uint8Array> => {
  const [{ textsAbout }, writing] = await Promise.all([
    import('../../../report/report-input.ts'),
    import('../../../report/resilience/resilience-files.ts'),
  ]);
  const texts = await textsAbout(finding.settings, language());
  if (file === 'failures') return writing.writeFailuresCsv(finding, texts);
  return file === 'threads'
    ? writing.writeThreadsCsv(finding, network, texts)
    : writing.writeResilienceGeoJson(finding, network, texts);
};
