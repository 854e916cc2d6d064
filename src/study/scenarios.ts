import type { Scenario, Study } from './study.ts';

/** The first of '1', '2', … that no scenario bears. */
const freeId = ({ scenarios }: Study): string => {
  let n = 1;
  while (scenarios.some(({ id }) => id === String(n))) n++;
  return String(n);
};

const cleanName = (name: string): string => name.trim().normalize('NFC').slice(0, 100);

/** A new, empty scenario, at work from now on. An empty name is refused by giving the study back as it was. */
export const createScenario = (study: Study, name: string): Study => {
  const clean = cleanName(name);
  if (clean === '') return study;
  const scenario: Scenario = { id: freeId(study), name: clean, done: [], undone: [] };
  return { ...study, scenarios: [...study.scenarios, scenario], current: scenario.id };
};

/** A copy of a scenario under another name, at work from now on. */
export const duplicateScenario = (study: Study, id: string, name: string): Study => {
  const source = study.scenarios.find((scenario) => scenario.id === id);
  const clean = cleanName(name);
  if (!source || clean === '') return study;
  const copy: Scenario = { ...source, id: freeId(study), name: clean };
  return { ...study, scenarios: [...study.scenarios, copy], current: copy.id };
};

export const renameScenario = (study: Study, id: string, name: string): Study => {
  const clean = cleanName(name);
  if (clean === '') return study;
  return { ...study, scenarios: study.scenarios.map((s) => (s.id === id ? { ...s, name: clean } : s)) };
};

/** The study without a scenario; the base is at work where the scenario was. */
export const deleteScenario = (study: Study, id: string): Study => ({
  ...study,
  scenarios: study.scenarios.filter((scenario) => scenario.id !== id),
  current: study.current === id ? null : study.current,
});

/** Puts a deleted scenario back where it stood. */
export const restoreScenario = (study: Study, scenario: Scenario, index: number): Study => {
  if (study.scenarios.some(({ id }) => id === scenario.id)) return study;
  return { ...study, scenarios: study.scenarios.toSpliced(index, 0, scenario), current: scenario.id };
};

/** Chooses the scenario at work; null for the base. An id nobody bears changes nothing. */
export const chooseScenario = (study: Study, id: string | null): Study =>
  id === null || study.scenarios.some((scenario) => scenario.id === id) ? { ...study, current: id } : study;
