import { expose } from '../expose.ts';
import { createPathApi } from './api.ts';

expose(createPathApi());
