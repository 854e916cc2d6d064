import type { PackDraft } from '../../files/pack/pack-write.ts';
import { isSynthetic } from '../../model/origin.ts';
import type { Problem } from '../../model/problem.ts';
import type { PlanLine } from '../../sources/plan.ts';

const size = (megabytes: number): string =>
  megabytes >= 10 ? `${Math.round(megabytes)} MB` : `${megabytes.toFixed(1)} MB`;

const amount = ({ fromFile, questions, megabytes }: PlanLine): string =>
  fromFile
    ? 'a file given, nothing is asked'
    : `about ${questions} request${questions === 1 ? '' : 's'}, ${size(megabytes)}`;

/** What will be asked of whom, how much, on whose terms. */
export const planText = (
  plan: readonly PlanLine[],
  address: (line: PlanLine) => string,
  isOffline: boolean,
): string => {
  const lines = plan.flatMap((line) => {
    const { source, needs, fromFile } = line;
    return [
      `  ${source.name}: ${needs.join(', ')}; ${amount(line)}`,
      ...(fromFile ? [] : [`    from ${address(line)}`]),
      `    ${source.terms.licence}`,
      `    ${source.terms.attribution}`,
    ];
  });
  const total = plan.reduce((sum, { megabytes }) => sum + megabytes, 0);
  const whole = isOffline
    ? 'Nothing is asked: only the cache is read.'
    : `About ${size(total)} in all; what is in the cache already is not asked for again.`;
  return `What is asked of whom:\n${lines.join('\n')}\n${whole}\n`;
};

/** What a pack made of public data holds. */
export const summaryText = (
  { manifest, communes, hamlets, sites, roads }: PackDraft,
  files: ReadonlyMap<string, Uint8Array>,
  report: readonly Problem[],
  out: string,
): string => {
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  const known = (entries: readonly { origin?: { synthetic?: boolean } }[]): string => {
    const madeUp = entries.filter((entry) => isSynthetic(entry, false)).length;
    return `${entries.length} (${entries.length - madeUp} of sources, ${madeUp} synthetic)`;
  };
  const kinds = Object.entries(manifest.provenance).map(([layer, { kind }]) => `${layer} ${kind}`);
  const attributions = [...new Set(Object.values(manifest.provenance).flatMap(({ attribution }) => attribution ?? []))];
  return `${out}: ${manifest.titleEn}, ${files.size} files, ${(bytes / 1e6).toFixed(1)} MB
units ${communes.features.length}, hamlets ${known(hamlets)}, sites ${known(sites)}, roads ${roads.features.length}
terrain in the source: ${(manifest.terrainCoveredShare * 100).toFixed(1)} % of the area
${kinds.join(', ')}
${attributions.map((words) => `${words}\n`).join('')}${manifest.notice ? `${manifest.notice}\n` : ''}warnings: ${report.length}
`;
};
