import { expose } from '../expose.ts';
import { serviceApi } from './api.ts';

expose(serviceApi);
