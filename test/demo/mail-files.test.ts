import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { findMailFiles } from '../../demo/mail-files';

const MAILS = join(__dirname, 'fixtures/mails');

describe('mails kept as files', () => {
  it('are found with their subfolders, in a stable order, and nothing else', () => {
    expect(findMailFiles(MAILS).map((path) => relative(MAILS, path))).toEqual([
      '01-question.eml',
      '02-more.eml',
      '03-away.eml',
      'older/01-again.eml',
      'older/broken.txt',
    ]);
  });

  it('are missed with a sentence that says what to do', () => {
    expect(() => findMailFiles(join(MAILS, 'nowhere'))).toThrow(/There is no folder .* Give --mail a folder/);
    const empty = mkdtempSync(join(tmpdir(), 'rowdesk-no-mails-'));
    try {
      expect(() => findMailFiles(empty)).toThrow(/No mails were found in .* \.eml/);
    } finally {
      rmSync(empty, { recursive: true });
    }
  });
});
