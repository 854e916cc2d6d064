import type { Translation } from '../../texts.ts';
import type { unit as vietnamese } from '../../vi/screen/unit.ts';

export const unit: Translation<typeof vietnamese> = {
  people: 'people',
  dbm: '{{value}} dBm',
  db: '{{value}} dB',
  km: '{{value}} km',
  m: '{{value}} m',
  km2: '{{value}} km²',
  tonnes: '{{value}} t',
  percent: '{{value}} %',
  billionVnd: '{{value}} bn VND',
  billionVndYear: '{{value}} bn VND/year',
  deg: '{{value}}°',
};
