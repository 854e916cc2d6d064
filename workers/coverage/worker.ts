import { expose } from '../expose.ts';
import { createCoverageApi } from './api.ts';

expose(createCoverageApi());
