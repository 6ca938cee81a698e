/** The bridge as one file, with a piece of one module exchanged. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildContext, type BuildOptions, build, context, type Plugin } from 'esbuild';
import type { Exchange } from './mutants';

const ROOT = join(__dirname, '..', '..', '..');

const OPTIONS: BuildOptions = {
  entryPoints: [join(ROOT, 'mail-bridge', 'cli', 'main.ts')],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  define: { ROWDESK_VERSION: '"0.0.0"' },
  absWorkingDir: ROOT,
  // What goes wrong is thrown, with the same words.
  logLevel: 'silent',
};

/** As it is, nothing exchanged. */
export async function bundleBridge(outfile: string): Promise<void> {
  await build({ ...OPTIONS, outfile });
}

export interface Bundler {
  /**
   * @returns the program
   * @throws when the piece is not where it is looked for, exactly once: the mutant would be a healthy bridge
   */
  bundle(mutant: Exchange | null): Promise<Uint8Array>;
  dispose(): Promise<void>;
}

/** For several bridges one after the other: what they have in common is parsed once. */
export async function mutantBundler(): Promise<Bundler> {
  let wanted: Exchange | null = null;
  let exchanged = 0;
  const plugin: Plugin = {
    name: 'mutant',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, (args) => {
        if (wanted === null || args.path !== join(ROOT, wanted.file)) return null;
        const contents = withExchange(wanted);
        exchanged += 1;
        return { contents, loader: 'ts' };
      });
    },
  };
  const bundling: BuildContext<{ write: false }> = await context({
    ...OPTIONS,
    outfile: 'bridge.cjs',
    write: false,
    plugins: [plugin],
  });
  return {
    async bundle(mutant) {
      wanted = mutant;
      exchanged = 0;
      const [program] = (await bundling.rebuild()).outputFiles;
      if (!program) throw new Error('The bundle of the bridge is empty.');
      if (mutant !== null && exchanged !== 1) {
        throw new Error(`${mutant.file} was not bundled, so nothing in it was exchanged.`);
      }
      return program.contents;
    },
    dispose: () => bundling.dispose(),
  };
}

function withExchange({ file, piece, instead }: Exchange): string {
  const source = readFileSync(join(ROOT, file), 'utf8');
  const found = source.match(new RegExp(piece.source, `${piece.flags}g`))?.length ?? 0;
  if (found !== 1) throw new Error(`${file} has ${found} pieces like ${piece}, and one is to be exchanged.`);
  return source.replace(piece, () => instead);
}
