import { askedOf } from '../../coverage/service/asked.ts';
import type { CommandTexts } from '../../i18n/load.ts';
import type { Translator } from '../../i18n/translator.ts';
import { apartReasons } from '../../proposal/apart.ts';
import type { Assessment } from '../../proposal/assessment.ts';
import { reasonOf } from '../../report/proposals/reasons.ts';
import { rateBy } from '../../sharing/rate.ts';

/** The assessment as lines for a terminal: each site with its verdict and reasons, what to share, and the sums. */
export const assessmentText = (assessment: Assessment, texts: Translator<CommandTexts>): string => {
  const { t, filled, count, billion } = texts;
  const { files, joint, apart, repeats, totals, rules, today, service } = assessment;
  const asked = askedOf(service);
  const rate = (of: typeof today): string => texts.share(rateBy(of, rules.definition), 2);
  const masts = files.flatMap(({ file, proposedSites }) => [
    file,
    ...proposedSites.flatMap(({ id, verdict, hostId, gain, reasons }) => [
      `  ${id}: ${t(`proposal.verdict.${verdict}`, asked)}${hostId === null ? '' : ` (${hostId})`}; ${t('proposal.gainShort', { ...asked, people: count(gain.own.people) })}`,
      ...reasons.map((reason) => {
        const { key, values } = reasonOf(reason, count, asked);
        return `    - ${filled(`proposal.reason.${key}`, values)}`;
      }),
    ]),
  ]);
  const pairs = joint.map(
    ({ host, donor, distanceM, limitM, people }) =>
      `  ${t('proposal.jointPair', {
        moved: donor.id,
        movedFile: donor.file,
        host: host.id,
        hostFile: host.file,
        distance: count(distanceM),
        limit: count(limitM),
      })}; ${t('proposal.jointKept', { ...asked, people: count(people), moved: donor.id })}`,
  );
  const range = ({ low, central, high }: typeof totals.buildVnd): string =>
    `${billion(central)} (${t('proposal.range', { low: billion(low), high: billion(high) })})`;
  const near = apartReasons.filter((reason) => apart[reason] > 0);
  return `${[
    ...repeats.map(({ file, earlier, masts: count, of }) => t('proposal.repeats', { file, earlier, count, of })),
    ...masts,
    ...(pairs.length > 0 ? [t('proposal.joint'), ...pairs] : []),
    ...(near.length > 0
      ? [t('proposal.apartHead', { count: near.reduce((all, reason) => all + apart[reason], 0) })]
      : []),
    ...near.map((reason) => `  ${t(`proposal.apart.${reason}`, { ...asked, count: apart[reason] })}`),
    t('proposal.all'),
    `  ${t('proposal.newPeople', asked)}: ${count(totals.gain.own.people)}; ${t('proposal.newPeopleAny', asked)}: ${count(totals.gain.any.people)}`,
    `  ${t('proposal.newHamlets', asked)}: ${count(totals.gain.own.hamletsServed)}`,
    `  ${t('proposal.column.cost')}: ${range(totals.buildVnd)}`,
    `  ${t('proposal.adviceCost')}: ${range(totals.adviceVnd)}`,
    `  ${t('proposal.rate', { definition: rules.definition })}: ${t('proposal.rateChange', {
      today: rate(today),
      built: rate(totals.rate.asBuilt),
      advised: rate(totals.rate.asAdvised),
    })}`,
  ].join('\n')}\n`;
};
