import { expose } from '../expose.ts';
import { createSharingApi } from './api.ts';

expose(createSharingApi());
