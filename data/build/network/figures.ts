/** What the layers add up to, as the indicators in data/facts state it for the end of 2020. */
export const hamletCount = 2250;
export const hamletsWithFibre = 2115;
export const siteCount = 1600;
export const sharedSiteCount = 144;
/** Shared sites with a third tenant: synthetic, no source states it. */
export const thirdTenantCount = 20;
export const postPointCount = 225;
