/** `rowdesk explain`: how Rowdesk reads mails. One mail that cannot be opened does not stop the others. */
import { readFileSync } from 'node:fs';
import { explain } from '../../mime/explain';
import { reasonOf, UserError } from '../../user-error';
import { type CommonOptions, printJson, printLine } from '../output';

export async function explainFiles(files: readonly string[], options: CommonOptions): Promise<void> {
  const unread: string[] = [];
  for (const file of files) {
    let raw: Buffer;
    try {
      raw = readFileSync(file);
    } catch (error) {
      unread.push(`${file} (${reasonOf(error)})`);
      continue;
    }
    const reading = await explain(raw, file);
    if (options.json) printJson(reading);
    else printLine(asText(reading));
  }
  if (unread.length > 0) {
    throw new UserError(
      `These files could not be read: ${unread.join('; ')}.`,
      'Check their names and permissions.',
    );
  }
}

/** `name: value` lines; a text of several lines stands below its name. */
function asText(reading: object): string {
  const lines = Object.entries(reading).map(([name, value]) => {
    if (typeof value === 'string')
      return value.includes('\n') ? `${name}:\n${indented(value)}` : `${name}: ${value}`;
    return `${name}: ${JSON.stringify(value)}`;
  });
  return `${lines.join('\n')}\n`;
}

function indented(text: string): string {
  return text.replace(/^/gm, '    ');
}
