import {
  explainLink,
  type LinkExplanation,
  type LinkQuestion,
  type LinkScene,
} from '../../src/coverage/service/explain-link.ts';

let scene: LinkScene | null = null;

export const pathApi = {
  setUp: (next: LinkScene): void => {
    scene = next;
  },
  explain: (question: LinkQuestion): LinkExplanation => {
    if (!scene) throw new Error('A path was asked for before the ground was given');
    return explainLink(scene, question);
  },
};
export type PathApi = typeof pathApi;
