/** The one thing looked at. */
export interface Selection {
  kind: 'commune' | 'hamlet' | 'site';
  id: string;
}
