import { type LevelName, levelNames, type Technology } from '../../model/site.ts';
import type { ServiceSettings } from './service-types.ts';

/** What figures of service are of; every text that speaks of signal names it. */
export interface Asked {
  technology: Technology;
  /** What a level of it is called. */
  level: LevelName;
}

export const askedOf = ({ technology }: Pick<ServiceSettings, 'technology'>): Asked => ({
  technology,
  level: levelNames[technology],
});
