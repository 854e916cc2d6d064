import { expose } from '../expose.ts';
import { sharingApi } from './api.ts';

expose(sharingApi);
