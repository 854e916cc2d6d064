import type { ReportContext } from './report-input.ts';

/** By which units the report is told, where they are not those of its pack. */
export const unitsText = ({ findings, texts }: Pick<ReportContext, 'findings' | 'texts'>): string[] => {
  const { readFrom, pack } = findings;
  if (readFrom === undefined) return [];
  const how = pack.vintage > readFrom ? 'unitsJoined' : 'unitsDrawn';
  return [texts.t(`document.text.${how}`, { told: pack.vintage, own: readFrom })];
};
