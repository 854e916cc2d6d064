import { apartReasons } from '../../proposal/apart.ts';
import type { Assessment } from '../../proposal/assessment.ts';
import type { Block } from '../document/blocks.ts';
import type { Texts } from '../report-input.ts';

/** Proposed masts that one would do for, those near each other that stay apart and why, and files that repeat another. */
export const jointBlocks = (
  { joint, apart, repeats }: Pick<Assessment, 'joint' | 'apart' | 'repeats'>,
  { t, count, asked }: Texts,
  heading: (text: string) => Block,
): Block[] => {
  const near = apartReasons.filter((reason) => apart[reason] > 0);
  if (joint.length === 0 && near.length === 0 && repeats.length === 0) return [];
  const list = (items: readonly string[]): Block[] => (items.length > 0 ? [{ kind: 'list', items }] : []);
  return [
    heading(t('assessment.joint')),
    ...repeats.map(({ file, earlier, masts, of }): Block => {
      return { kind: 'notice', text: t('proposal.repeats', { file, earlier, count: masts, of }) };
    }),
    ...list(
      joint.map(({ host, donor, distanceM, limitM, people }) =>
        [
          t('proposal.jointPair', {
            moved: donor.id,
            movedFile: donor.file,
            host: host.id,
            hostFile: host.file,
            distance: count(distanceM),
            limit: count(limitM),
          }),
          t('proposal.jointKept', { ...asked, people: count(people), moved: donor.id }),
        ].join('; '),
      ),
    ),
    ...(near.length > 0
      ? [
          {
            kind: 'paragraph' as const,
            text: t('proposal.apartHead', { count: near.reduce((all, reason) => all + apart[reason], 0) }),
            keepNext: true,
          },
        ]
      : []),
    ...list(near.map((reason) => t(`proposal.apart.${reason}`, { ...asked, count: apart[reason] }))),
  ];
};
