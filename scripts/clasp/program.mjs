// Where `npm ci --prefix deploy` puts clasp's program.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const deployFolder = fileURLToPath(new URL('../../deploy/', import.meta.url));
export const claspProgram = join(
  deployFolder,
  'node_modules',
  '@google',
  'clasp',
  'build',
  'src',
  'index.js',
);
