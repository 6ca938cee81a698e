/** A small file of JSON that is replaced as a whole: a reader finds the old content or the new one, never a half. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';

/** Not flushed: after a power cut it may be gone, and is then like one that was never written. */
export function writeJsonFile(file: string, value: unknown): void {
  const temporary = `${file}.tmp`;
  try {
    writeFileSync(temporary, `${JSON.stringify(value)}\n`, { mode: 0o600 });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** null: not there, or not what it should be. It only saves asking again, so nothing is lost with it. */
export function readJsonFile<S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  try {
    const read = v.safeParse(schema, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
