/** Languages of the screen, of files and of the command line; the first is the default. */
export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];
