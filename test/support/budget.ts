/** Whether there is time for everything, as `npm run test:long` gives it. */
export const hasTime = process.env.PHUSONG_LONG !== undefined;

/** How many of something to try: what an everyday run has time for, or what the long one takes. */
export const budget = (everyday: number, long: number): number => (hasTime ? long : everyday);
