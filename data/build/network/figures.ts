/** What the layers add up to, as the indicators in data/facts state it for the end of 2020. */
export const hamletCount = 2250;
export const hamletsWithFibre = 2115;
export const siteCount = 1600;
export const sharedSiteCount = 144;
export const postPointCount = 225;
