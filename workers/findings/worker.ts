import { expose } from '../expose.ts';
import { findingsApi } from './api.ts';

expose(findingsApi);
