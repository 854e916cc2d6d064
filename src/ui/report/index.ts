import { later } from '../kit/later.tsx';

export const Report = later(async () => (await import('./report.tsx')).Report);
