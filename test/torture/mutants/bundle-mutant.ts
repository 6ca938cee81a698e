/** The bridge as one file, with a piece of one module exchanged. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Exchange } from './mutants';

const ROOT = join(__dirname, '..', '..', '..');

/** @throws when the piece is not where it is looked for, exactly once: the mutant would be a healthy bridge */
export async function bundleBridge(outfile: string, mutant: Exchange | null): Promise<void> {
  const exchanged: string[] = [];
  await build({
    entryPoints: [join(ROOT, 'mail-bridge', 'cli', 'main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    define: { ROWDESK_VERSION: '"0.0.0"' },
    absWorkingDir: ROOT,
    // What goes wrong is thrown, with the same words.
    logLevel: 'silent',
    plugins: mutant === null ? [] : [exchange(mutant, exchanged)],
  });
  if (mutant !== null && exchanged.length !== 1) {
    throw new Error(`${mutant.file} was not bundled, so nothing in it was exchanged.`);
  }
}

function exchange({ file, piece, instead }: Exchange, done: string[]): Plugin {
  const path = join(ROOT, file);
  return {
    name: 'mutant',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, (args) => {
        if (args.path !== path) return null;
        const source = readFileSync(path, 'utf8');
        const found = source.match(new RegExp(piece.source, `${piece.flags}g`))?.length ?? 0;
        if (found !== 1)
          throw new Error(`${file} has ${found} pieces like ${piece}, and one is to be exchanged.`);
        done.push(path);
        return { contents: source.replace(piece, () => instead), loader: 'ts' };
      });
    },
  };
}
