/** Codes of `landCoverClasses` by name. */
export const cover = { water: 1, open: 2, suburban: 3, urban: 4, forest: 5, denseUrban: 6 } as const;
