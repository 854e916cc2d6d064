import { computed } from '@preact/signals';
import { type Asked, askedOf } from '../../coverage/service/asked.ts';
import { defaultServiceSettings } from '../../coverage/service/service-types.ts';
import { settingsOf } from '../../study/apply-scenario.ts';
import { findings } from './run.ts';
import { study } from './study.ts';

/** What the figures on screen are of, for the texts that name it; before there are any, what the study asks for. */
export const asked = computed<Asked>(() =>
  askedOf(findings.value?.service ?? (study.value ? settingsOf(study.value).service : defaultServiceSettings)),
);
