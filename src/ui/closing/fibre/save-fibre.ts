import { language } from '../../../i18n/language.ts';
import { loadReportTexts } from '../../../i18n/load.ts';
import type { FoundFibre } from './fibre-job.ts';

export const fibreFiles = ['fibreTable', 'fibreMap'] as const;

export const fibreFile = async (
  file: (typeof fibreFiles)[number],
  { finding, network }: FoundFibre,
): Promise<Uint8Array> => {
  const writing = await import('../../../report/fibre/fibre-files.ts');
  const texts = await loadReportTexts(language());
  return file === 'fibreTable'
    ? writing.writeFibreCsv(finding, network, texts)
    : writing.writeFibreGeoJson(finding, network, texts);
};
