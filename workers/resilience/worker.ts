import { expose } from '../expose.ts';
import { createResilienceApi } from './api.ts';

expose(createResilienceApi());
