// Mutation testing: changes the rules one place at a time and looks whether a test notices. `npm run mutate` does all
// subjects, `npm run mutate -- threading` one, `npm run mutate -- core/outbox/caps.ts` one file. Exit 1 when the tests
// notice less than 80 % in any file. Stryker has a folder and a lock file of its own and is installed when first needed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SUBJECTS } from '../mutation/subjects.mjs';
import { ensureInstalled } from './ensure-installed.mjs';

const GOAL = 80;
const root = join(fileURLToPath(import.meta.url), '..', '..');
const packages = join(root, 'mutation', 'node_modules', '@stryker-mutator');
const core = join(packages, 'core', 'dist', 'src', 'index.js');
const runner = join(packages, 'jest-runner', 'dist', 'src', 'index.js');
/** Lists of survivors, and Stryker's copies of the project. Git and the other checks leave it out. */
const output = join('test-output', 'mutation');

process.chdir(root);
const asked = process.argv.slice(2);
if (asked.includes('--help')) {
  console.log(`usage: npm run mutate [-- SUBJECT|FILE …]\nsubjects: ${Object.keys(SUBJECTS).join(', ')}`);
  process.exit(0);
}
const work = chosen(asked);
await ensureInstalled('all');
install();
const { Stryker } = await import(pathToFileURL(core).href);

let below = false;
for (const { file, tests } of work) {
  const mutants = await mutate(file, tests);
  const { score, line } = scoreOf(file, mutants);
  console.log(line);
  writeFileSync(join(output, `${basename(file)}.txt`), survivorsIn(mutants));
  if (score < GOAL) below = true;
}
if (below) console.log(`Below the goal of ${GOAL} %: ${output} lists what nobody noticed.`);
process.exitCode = below ? 1 : 0;

/** Everything, or what was asked for by subject or file. */
function chosen(names) {
  const all = Object.entries(SUBJECTS).flatMap(([subject, files]) =>
    files.map(({ file, tests }) => ({ subject, file, tests })),
  );
  const unknown = names.filter((name) => !all.some(({ subject, file }) => name === subject || name === file));
  if (unknown.length > 0) {
    console.error(`Nothing is called ${unknown.join(', ')}. There are:`);
    for (const [subject, files] of Object.entries(SUBJECTS)) {
      console.error([subject, ...files.map(({ file }) => `  ${file}`)].join('\n'));
    }
    process.exit(2);
  }
  return all.filter(
    ({ subject, file }) => names.length === 0 || names.includes(subject) || names.includes(file),
  );
}

function install() {
  if (existsSync(core) && existsSync(runner)) return;
  console.error('Installing Stryker …');
  const windows = process.platform === 'win32';
  const done = spawnSync(
    windows ? 'npm.cmd' : 'npm',
    ['ci', '--prefix', 'mutation', '--no-audit', '--no-fund', '--loglevel=error'],
    { stdio: ['ignore', 2, 2], shell: windows },
  );
  if (done.status !== 0) {
    console.error(
      'npm could not install Stryker (its message is above). Check the network and run this again.',
    );
    process.exit(1);
  }
}

/** @returns every mutant of the file, and what became of it */
async function mutate(file, tests) {
  process.env.ROWDESK_MUTATION_TESTS = JSON.stringify(tests);
  mkdirSync(output, { recursive: true });
  const stryker = new Stryker({
    mutate: [file],
    testRunner: 'jest',
    plugins: [runner],
    jest: { configFile: 'mutation/jest.config.cjs', enableFindRelatedTests: false },
    coverageAnalysis: 'perTest',
    concurrency: 1,
    // Room for a busy machine; a mutant that never ends is found out by it.
    timeoutMS: 10_000,
    timeoutFactor: 3,
    // The copy that is mutated lies inside the project, so that packages are found from it.
    tempDirName: join(output, 'sandbox'),
    // Stryker would rewrite tsconfig.json with TypeScript's old programming interface, which version 7 has not.
    ignorePatterns: ['dist', 'docs', 'test-output', 'deploy', '/state', 'tsconfig*.json'],
    reporters: [],
    allowConsoleColors: false,
    fileLogLevel: 'off',
    logLevel: 'error',
    disableTypeChecks: true,
    packageManager: 'npm',
  });
  return stryker.runMutationTest();
}

function scoreOf(file, mutants) {
  const count = (...states) => mutants.filter(({ status }) => states.includes(status)).length;
  const noticed = count('Killed', 'Timeout');
  const valid = noticed + count('Survived', 'NoCoverage');
  const score = valid === 0 ? 100 : (noticed / valid) * 100;
  const line = `${score.toFixed(1).padStart(5)} %  ${file} (${noticed} of ${valid} changes noticed)`;
  return { score, line: score < GOAL ? `${line}  BELOW` : line };
}

function survivorsIn(mutants) {
  const left = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  return left
    .map(({ location, status, mutatorName, replacement }) => {
      const { line, column } = location.start;
      return `${line + 1}:${column + 1} ${status} ${mutatorName} -> ${replacement}\n`;
    })
    .join('');
}
