/**
 * Runs the conformance cases of local-sheet against live Google Sheets and prints the differences.
 *
 * NOT YET VERIFIED: nobody has run this with an account yet. It makes one spreadsheet for each case, titled
 * "local-sheet conformance …", in the account of the credential; delete them afterwards.
 *
 *   GOOGLE_APPLICATION_CREDENTIALS=service-account.json npm run conformance
 *   GOOGLE_ACCESS_TOKEN=ya29… npm run conformance        a token with the scope of Google Sheets
 *   npm run conformance -- --only "appendCells"          only the cases whose name holds this
 *   npm run conformance -- --add-on DIR                  writes the cases of the Gmail add-on as an Apps Script project
 *
 * Exit code 0 when every case agrees, 1 when one differs, 2 when it cannot run.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { sheets, type sheets_v4 } from '@googleapis/sheets';
import { GoogleAuth, OAuth2Client } from 'google-auth-library';
import { addOnCases } from '../local-sheet/conformance/add-on-cases';
import { addOnManifest, addOnProgram } from '../local-sheet/conformance/add-on-program';
import { conformanceCases } from '../local-sheet/conformance/cases';

/** The longest case makes some ten calls; this keeps any minute below 60 writes. */
const PAUSE_MS = 12_000;

function liveClient(): sheets_v4.Sheets | null {
  const token = process.env.GOOGLE_ACCESS_TOKEN;
  if (token) {
    const auth = new OAuth2Client();
    auth.setCredentials({ access_token: token, expiry_date: Date.now() + 3_600_000 });
    return sheets({ version: 'v4', auth, fetchImplementation: globalThis.fetch });
  }
  if (!process.env.GOOGLE_APPLICATION_CREDENTIALS) return null;
  const auth = new GoogleAuth({ scopes: ['https://www.googleapis.com/auth/spreadsheets'] });
  return sheets({ version: 'v4', auth, fetchImplementation: globalThis.fetch });
}

/** Cards and open mails are Gmail's own: no API shows them, so that a person has to install and open them. */
function writeAddOn(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'Code.gs'), addOnProgram(addOnCases));
  writeFileSync(join(folder, 'appsscript.json'), `${JSON.stringify(addOnManifest, null, 2)}\n`);
  console.log(`Wrote Code.gs and appsscript.json into ${folder}. It reads the open mail, sends nothing and keeps nothing.
1. In a new spreadsheet, choose Extensions, Apps Script; under Project settings show "appsscript.json".
2. Put the contents of both files there, and run "conformance": the log compares the cards.
3. Choose Deploy, Test deployments, Gmail, Install; open any mail with a subject in Gmail, and the add-on beside it.
4. Press its button. A line that begins with DIFFERENT says what the emulator does and what was seen.`);
}

async function main(): Promise<number> {
  const addOnAt = process.argv.indexOf('--add-on');
  if (addOnAt !== -1) {
    const folder = process.argv[addOnAt + 1];
    if (folder === undefined) {
      console.error('Name the folder: --add-on DIR.');
      return 2;
    }
    writeAddOn(folder);
    return 0;
  }
  const client = liveClient();
  if (client === null) {
    console.error('Set GOOGLE_APPLICATION_CREDENTIALS to a key file, or GOOGLE_ACCESS_TOKEN to a token.');
    return 2;
  }
  const onlyAt = process.argv.indexOf('--only');
  const only = onlyAt === -1 ? '' : (process.argv[onlyAt + 1] ?? '');
  const chosen = conformanceCases.filter(({ name }) => name.includes(only));
  if (chosen.length === 0) {
    console.error(`No case has "${only}" in its name.`);
    return 2;
  }
  let different = 0;
  for (const [index, { name, source, run, expected }] of chosen.entries()) {
    if (index > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    let seen: unknown;
    try {
      const { data } = await client.spreadsheets.create({
        requestBody: {
          properties: { title: `local-sheet conformance: ${name.slice(0, 60)}`, locale: 'en_US' },
          sheets: [
            {
              properties: {
                sheetId: 0,
                title: 'Sheet1',
                gridProperties: { rowCount: 1000, columnCount: 26 },
              },
            },
          ],
        },
      });
      seen = await run(client, data.spreadsheetId ?? '');
    } catch (error) {
      seen = `failed: ${(error as Error).message}`;
    }
    const agrees = isDeepStrictEqual(plain(seen), plain(expected));
    console.log(`${agrees ? 'same     ' : 'DIFFERENT'} ${name}`);
    if (agrees) continue;
    different += 1;
    console.log(
      `  source:   ${source}\n  emulator: ${JSON.stringify(expected)}\n  Google:   ${JSON.stringify(seen)}`,
    );
  }
  console.log(`${chosen.length - different} of ${chosen.length} cases agree with Google.`);
  return different === 0 ? 0 : 1;
}

/** Undefined fields do not travel in JSON, and must not count as a difference. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 2;
  },
);
