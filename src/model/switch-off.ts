import type { Technology } from './site.ts';

/**
 * Since when operators of Vietnam serve nobody by a technology that has been there: 2G by Circulars 03/2024 and
 * 04/2024/TT-BTTTT, put off by a month in September 2024 after typhoon Yagi.
 */
const switchOffs: readonly { technology: Technology; since: string }[] = [{ technology: '2G', since: '2024-10-16' }];

/** Technologies that serve nobody any more on a date, ISO 8601: their cells may stand, and are not counted. */
export const switchedOffOn = (date: string): Technology[] =>
  switchOffs.flatMap(({ technology, since }) => (date >= since ? [technology] : []));
