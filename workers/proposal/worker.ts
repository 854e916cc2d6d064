import { expose } from '../expose.ts';
import { createProposalApi } from './api.ts';

expose(createProposalApi());
