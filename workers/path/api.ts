import {
  explainLink,
  type LinkExplanation,
  type LinkQuestion,
  type LinkScene,
} from '../../src/coverage/service/explain-link.ts';

export const createPathApi = () => {
  let scene: LinkScene | null = null;
  return {
    setUp: (next: LinkScene): void => {
      scene = next;
    },
    explain: (question: LinkQuestion): LinkExplanation => {
      if (!scene) throw new Error('A path was asked for before the terrain was given');
      return explainLink(scene, question);
    },
  };
};
export type PathApi = ReturnType<typeof createPathApi>;
