import { shareClassStarts } from '../findings/share-classes.ts';
import type { TextKey } from '../i18n/language.ts';
import type { HamletClass, Palette } from './palette.ts';

/** How a hamlet of each class is drawn: solid and large, a ring, or a small dot. Size and form tell them apart without colour. */
export interface HamletMark {
  hamletClass: HamletClass;
  /** Radius in pixels at zooms 8, 12 and 15. */
  radius: readonly [number, number, number];
  /** Stroke in pixels at zoom 12. */
  stroke: number;
  hollow: boolean;
  label: TextKey;
}

export const hamletMarks: readonly HamletMark[] = [
  { hamletClass: 'none', radius: [3, 7, 11], stroke: 1.5, hollow: false, label: 'status.none' },
  { hamletClass: 'partial', radius: [2.4, 5.5, 9], stroke: 2.5, hollow: true, label: 'status.partial' },
  { hamletClass: 'served', radius: [1.1, 3.5, 6], stroke: 0.75, hollow: false, label: 'status.served' },
  { hamletClass: 'unknown', radius: [1.6, 4.5, 7.5], stroke: 1.75, hollow: true, label: 'status.unknown' },
  { hamletClass: 'absent', radius: [1.1, 3.5, 6], stroke: 0.75, hollow: false, label: 'status.absent' },
  { hamletClass: 'pending', radius: [1.1, 3.5, 6], stroke: 0.75, hollow: false, label: 'status.pending' },
];

export interface SiteMark {
  /** Name of the icon, without the theme. */
  icon: string;
  /** Tenants from which it is used. */
  from: number;
  label: TextKey;
}

export const siteMarks: readonly SiteMark[] = [
  { icon: 'site-1', from: 1, label: 'map.tenancy1' },
  { icon: 'site-2', from: 2, label: 'map.tenancy2' },
  { icon: 'site-3', from: 3, label: 'map.tenancy3' },
];

/** Communes by the share (0..1) of their people without signal. */
export interface ShareClass {
  colour: string;
  /** The least share of the class; undefined in the first, which is no one at all. */
  from: number | undefined;
  /** Where the next class begins; undefined in the last. */
  below: number | undefined;
}

export const shareClasses = (palette: Palette): ShareClass[] =>
  palette.share.map((colour, i) => ({
    colour,
    from: i === 0 ? undefined : shareClassStarts[i],
    below: shareClassStarts[i + 1],
  }));
