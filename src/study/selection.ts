/** The one thing looked at. */
export interface Selection {
  kind: 'commune' | 'hamlet' | 'site';
  id: string;
}

export const sameSelection = (a: Selection | null, b: Selection | null): boolean =>
  a === b || (a !== null && b !== null && a.kind === b.kind && a.id === b.id);
