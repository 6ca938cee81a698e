import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needs, programPath, whyMissing } from '../support/needs';

const path = process.env.PATH;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'needs-'));
  process.env.PATH = folder;
});

afterEach(() => {
  process.env.PATH = path;
  rmSync(folder, { recursive: true, force: true });
});

function install(program: string): void {
  writeFileSync(join(folder, program), '#!/bin/sh\n');
  chmodSync(join(folder, program), 0o755);
}

describe('What a test needs', () => {
  it('is there when the program is on PATH', () => {
    install('soffice');
    expect(programPath('libreoffice')).toBe(join(folder, 'soffice'));
    expect(whyMissing('libreoffice')).toBeNull();
    expect(needs('libreoffice')).toBe(describe);
  });

  it('is missing when it is not, and the reason says what', () => {
    expect(whyMissing('libreoffice')).toMatch(/^LibreOffice .*is not installed$/);
    expect(needs('libreoffice')).not.toBe(describe);
  });

  it('is missing when one of several is', () => {
    install('soffice');
    expect(needs('libreoffice', 'chromium')).not.toBe(describe);
    install('chromium');
    expect(needs('libreoffice', 'chromium')).toBe(describe);
  });

  it('is root, for a mail server that starts as nobody else', () => {
    install('smtpd');
    const getuid = jest.spyOn(process, 'getuid');
    getuid.mockReturnValue(1000);
    expect(whyMissing('opensmtpd')).toMatch(/starts as root only$/);
    getuid.mockReturnValue(0);
    expect(whyMissing('opensmtpd')).toBeNull();
    getuid.mockRestore();
  });
});
