/** What the layers add up to. */
export interface NetworkFigures {
  hamlets: number;
  hamletsWithFibre: number;
  sites: number;
  sharedSites: number;
  /** Shared sites with a third tenant. */
  thirdTenants: number;
  postPoints: number;
}

/** Thái Nguyên at the end of 2020 as the indicators in data/facts state it; no source states the third tenants. */
export const figures2020: NetworkFigures = {
  hamlets: 2250,
  hamletsWithFibre: 2115,
  sites: 1600,
  sharedSites: 144,
  thirdTenants: 20,
  postPoints: 225,
};

/** People of Thái Nguyên by the census of 2019. */
const people2020 = 1_286_751;

/** What an area of so many people would have, were it as Thái Nguyên in 2020. */
export const figuresFor = (people: number): NetworkFigures => {
  const share = people / people2020;
  const scaled = (count: number): number => Math.round(count * share);
  return {
    hamlets: scaled(figures2020.hamlets),
    hamletsWithFibre: scaled(figures2020.hamletsWithFibre),
    sites: Math.max(1, scaled(figures2020.sites)),
    sharedSites: scaled(figures2020.sharedSites),
    thirdTenants: scaled(figures2020.thirdTenants),
    postPoints: scaled(figures2020.postPoints),
  };
};
