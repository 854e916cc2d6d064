import { expose } from '../expose.ts';
import { reportApi } from './api.ts';

expose(reportApi);
