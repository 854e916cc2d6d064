import { mkdirSync, writeFileSync } from 'node:fs';
import { Serializer } from 'node:v8';
import { buildBuiltInGround } from '../../data/build/built-in-ground.ts';
import { landFile, landFolder } from './land-file.ts';

const writer = new Serializer();
writer.writeHeader();
writer.writeValue(buildBuiltInGround());
mkdirSync(landFolder, { recursive: true });
writeFileSync(landFile, writer.releaseBuffer());
