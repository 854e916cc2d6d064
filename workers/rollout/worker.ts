import { expose } from '../expose.ts';
import { createRolloutApi } from './api.ts';

expose(createRolloutApi());
