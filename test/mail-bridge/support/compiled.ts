/** Programs that a test file starts again and again: what V8 compiles at the first start is kept for the others. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Compiled {
  /** Before the program on the command line of Node. */
  readonly nodeArgs: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** For one program, to be called where a test file is loaded: what is kept goes with its last test. */
export function compiledOnce(): Compiled {
  const folder = mkdtempSync(join(tmpdir(), 'rowdesk-compiled-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    nodeArgs: ['--require', require.resolve('./compiled-once.cjs')],
    environment: { ROWDESK_TEST_COMPILED: join(folder, 'program') },
  };
}
