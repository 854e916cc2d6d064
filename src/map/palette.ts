import type { HamletStatus } from '../findings/findings.ts';

export type Theme = 'light' | 'dark';
export type HamletClass = HamletStatus | 'pending';

/** Every colour of the map in one theme. Statuses differ in lightness as well as hue, for eyes that tell few hues. */
export interface Palette {
  land: string;
  /** Veil over what lies outside the province. */
  outside: string;
  /** Lowland to highland, three stops, as red, green, blue. */
  relief: readonly [number, number, number][];
  water: readonly [number, number, number];
  shade: number;
  border: string;
  districtBorder: string;
  communeBorder: string;
  road: string;
  fibre: string;
  interest: string;
  hamlet: Record<HamletClass, string>;
  hamletStroke: string;
  /** From no one to most people without signal. */
  share: readonly string[];
  /** Where the share is not known. */
  shareUnknown: string;
  site: { one: string; shared: string; stroke: string };
  merge: string;
  selection: string;
  /** The path under the inspector. */
  path: string;
  label: string;
  labelQuiet: string;
  labelHalo: string;
}

export const palettes: Record<Theme, Palette> = {
  light: {
    land: '#eef0ec',
    outside: 'rgba(238, 240, 236, 0.86)',
    relief: [
      [240, 243, 236],
      [229, 232, 221],
      [214, 212, 203],
    ],
    water: [196, 216, 228],
    shade: 0.42,
    border: '#46525c',
    districtBorder: '#7b858d',
    communeBorder: '#a9b0b3',
    road: '#c2b8a3',
    fibre: '#2f8f83',
    interest: '#7a5c00',
    hamlet: {
      served: '#3b7cab',
      partial: '#c26a00',
      none: '#b0103a',
      unknown: '#6b747b',
      absent: '#6b747b',
      pending: '#6b747b',
    },
    hamletStroke: '#ffffff',
    share: ['rgba(0,0,0,0)', '#f4e0ba', '#e3bf85', '#c8935a', '#97612f'],
    shareUnknown: '#b9c0c5',
    site: { one: '#6a5f8f', shared: '#4a2a9c', stroke: '#ffffff' },
    merge: '#7a1fa0',
    selection: '#0b6470',
    path: '#151d23',
    label: '#27313a',
    labelQuiet: '#4c5862',
    labelHalo: 'rgba(255, 255, 255, 0.88)',
  },
  dark: {
    land: '#12181d',
    outside: 'rgba(14, 19, 23, 0.82)',
    relief: [
      [25, 33, 38],
      [33, 41, 45],
      [47, 52, 54],
    ],
    water: [22, 48, 66],
    shade: 0.75,
    border: '#a9b8c2',
    districtBorder: '#75838d',
    communeBorder: '#4b5861',
    road: '#5c574b',
    fibre: '#4fb8a8',
    interest: '#e0bf5a',
    hamlet: {
      served: '#6aaede',
      partial: '#ffb347',
      none: '#ff6b8b',
      unknown: '#98a4ad',
      absent: '#98a4ad',
      pending: '#98a4ad',
    },
    hamletStroke: '#0d1317',
    share: ['rgba(0,0,0,0)', '#40382a', '#5d4b31', '#806239', '#a98347'],
    shareUnknown: '#4a545c',
    site: { one: '#a79bd4', shared: '#b89cff', stroke: '#12181d' },
    merge: '#e28cff',
    selection: '#63d3dc',
    path: '#f4f8fa',
    label: '#e6edf2',
    labelQuiet: '#b4c1ca',
    labelHalo: 'rgba(13, 19, 23, 0.85)',
  },
};
