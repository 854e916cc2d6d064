export { followRecovery, recovery } from './recovery.ts';
export { StudyNotices } from './study-notices.tsx';
