import { expose } from '../expose.ts';
import { createSiteCoverageApi } from './api.ts';

expose(createSiteCoverageApi());
