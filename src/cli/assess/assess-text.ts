import { assessmentWords } from '../../i18n/assessment-words.ts';
import { loadReportWords } from '../../i18n/report-words.ts';
import type { Assessment } from '../../proposal/assessment.ts';
import { reasonOf } from '../../report/proposals/proposal-words.ts';
import { fillIn, writeNumber, writeShare } from '../../report/write-value.ts';
import { rateBy } from '../../sharing/rate.ts';
import type { Language } from '../report/headline-text.ts';

/** The assessment as lines for a terminal: each mast with its verdict and reasons, what to share, and the sums. */
export const assessmentText = async (assessment: Assessment, language: Language): Promise<string> => {
  const words = assessmentWords(language);
  const { write } = await loadReportWords(language);
  const { files, joint, totals, rules, today } = assessment;
  const count = (value: number): string => writeNumber(value, 0, write);
  const billion = (vnd: number): string => writeNumber(vnd / 1e9, 1, write);
  const rate = (of: typeof today): string => writeShare(rateBy(of, rules.definition), 2, write);
  const masts = files.flatMap(({ file, towers }) => [
    file,
    ...towers.flatMap(({ id, verdict, hostId, gain, reasons }) => [
      `  ${id}: ${words.verdict[verdict]}${hostId === null ? '' : ` (${hostId})`}; ${fillIn(words.gainShort, { people: count(gain.own.people) })}`,
      ...reasons.map((reason) => {
        const { key, values } = reasonOf(reason, count);
        return `    - ${fillIn(words.reason[key], values)}`;
      }),
    ]),
  ]);
  const pairs = joint.map(
    ({ host, moved, distanceM, limitM, people }) =>
      `  ${fillIn(words.jointPair, {
        moved: moved.id,
        movedFile: moved.file,
        host: host.id,
        hostFile: host.file,
        distance: count(distanceM),
        limit: count(limitM),
      })}; ${fillIn(words.jointKept, { people: count(people), moved: moved.id })}`,
  );
  const range = ({ low, central, high }: typeof totals.buildVnd): string =>
    `${billion(central)} (${fillIn(words.range, { low: billion(low), high: billion(high) })})`;
  return `${[
    ...masts,
    ...(pairs.length > 0 ? [words.joint, ...pairs] : []),
    words.all,
    `  ${words.newPeople}: ${count(totals.gain.own.people)}; ${words.newPeopleAny}: ${count(totals.gain.any.people)}`,
    `  ${words.newHamlets}: ${count(totals.gain.own.hamletsServed)}`,
    `  ${words.column.cost}: ${range(totals.buildVnd)}`,
    `  ${words.adviceCost}: ${range(totals.adviceVnd)}`,
    `  ${fillIn(words.rate, { definition: rules.definition })}: ${fillIn(words.rateChange, {
      today: rate(today),
      built: rate(totals.rate.asBuilt),
      advised: rate(totals.rate.asAdvised),
    })}`,
  ].join('\n')}\n`;
};
