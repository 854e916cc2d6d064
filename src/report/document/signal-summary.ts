import type { AreaRow } from '../../findings/findings.ts';
import { switchedOffOn } from '../../model/switch-off.ts';
import type { ReportContext } from '../report-input.ts';

/** How many lack signal; or that the network has nothing of the technology. */
export const signalSummary = ({ findings: { province, pack }, texts }: ReportContext): string => {
  const { t, count, asked } = texts;
  const { hamlets, peopleUnserved } = province.any;
  if (peopleUnserved === null) {
    const isOff = switchedOffOn(pack.date).includes(asked.technology);
    return t(isOff ? 'document.text.switchedOff' : 'document.text.absent', {
      ...asked,
      hamlets: count(province.hamlets),
    });
  }
  return t('document.text.summaryGaps', {
    ...asked,
    none: count(hamlets.none),
    hole: count(hamlets.partial),
    hamlets: count(province.hamlets),
    people: count(peopleUnserved),
  });
};

/** Of how many it can't be told; nothing where it can of all. */
export const unknownSummary = ({ texts: { t, count, asked } }: ReportContext, { any }: AreaRow): string[] =>
  any.hamlets.unknown === 0 && any.peopleUnknown === 0
    ? []
    : [
        t('document.text.summaryUnknown', {
          ...asked,
          unknown: count(any.hamlets.unknown),
          people: count(any.peopleUnknown),
        }),
      ];
