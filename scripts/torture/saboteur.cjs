/**
 * Loaded into the bridge before its own program (`node --require`): sees every step that the bridge takes at its disk,
 * its mailbox, its mail server and its Sheet, and does harm at the step that the harness has named. The product knows
 * nothing of it. It also lets the bridge's time run faster: every clock and every pause by the same factor, so that
 * what waits a minute still waits longer than what waits a second.
 */
const fs = require('node:fs');
const Module = require('node:module');
const net = require('node:net');
const { basename, dirname, sep } = require('node:path');
const timers = require('node:timers');
const timersPromises = require('node:timers/promises');
const vm = require('node:vm');

/** What it works with, before anything is replaced. */
const real = {
  now: Date.now,
  writeSync: fs.writeSync,
  openSync: fs.openSync,
  renameSync: fs.renameSync,
};

const settings = JSON.parse(process.env.ROWDESK_SABOTEUR ?? '{}');
delete process.env.ROWDESK_SABOTEUR;
const { speed = 1, stateDir = '', imapPort = 0, smtpPort = 0, trace = '', compiled = '' } = settings;
let orders = settings.orders ?? [];
let clock = settings.clock ?? { real: real.now(), shown: real.now() };

// --- Steps -----------------------------------------------------------------------------------------------------------

const seen = new Set();
const traceFile = trace === '' ? null : real.openSync(trace, 'a');

/** A step is taken: it is written down once, and the order for it is carried out. */
function step(name) {
  if (!seen.has(name)) {
    seen.add(name);
    if (traceFile !== null) real.writeSync(traceFile, `${name}\n`);
  }
  for (const order of orders) {
    if (order.step !== name || order.act !== 'kill') continue;
    order.occurrence -= 1;
    if (order.occurrence === 0) die();
  }
}

/** As a power cut: no handler runs, nothing is flushed. */
function die() {
  process.kill(process.pid, 'SIGKILL');
}

/** The order for a write to this journal or folder, when one holds. */
function harmTo(label, names) {
  for (const order of orders) {
    if (order.act === 'kill' || !(order.step === label || names.includes(order.step))) continue;
    if (order.occurrence > 1) {
      order.occurrence -= 1;
      continue;
    }
    tell({ bitten: order.step });
    return order.act;
  }
  return null;
}

function diskError(code, call) {
  const words = {
    ENOSPC: 'no space left on device',
    EROFS: 'read-only file system',
    EIO: 'i/o error',
  };
  const errno = { ENOSPC: -28, EROFS: -30, EIO: -5 };
  const error = new Error(`${code}: ${words[code]}, ${call}`);
  return Object.assign(error, { code, errno: errno[code], syscall: call });
}

// --- Starting --------------------------------------------------------------------------------------------------------

let program = null;

/** Most of a start is the compiling of seven megabytes; what V8 made of them the first time is kept for the others. */
const { _compile } = Module.prototype;
Module.prototype._compile = function compile(content, filename) {
  if (compiled === '' || filename !== process.argv[1]) return _compile.call(this, content, filename);
  const cachedData = fs.existsSync(compiled) ? fs.readFileSync(compiled) : undefined;
  const script = new vm.Script(Module.wrap(content.replace(/^#!.*/, '')), {
    filename,
    cachedData,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  if (cachedData === undefined || script.cachedDataRejected) program = script;
  const require = Module.createRequire(filename);
  return script
    .runInThisContext()
    .call(this.exports, this.exports, require, this, filename, dirname(filename));
};

/** Once it runs, so that the functions are in it which a start needs. */
function keepCompiled() {
  if (program === null) return;
  const file = real.openSync(`${compiled}.${process.pid}`, 'w');
  real.writeSync(file, program.createCachedData());
  fs.closeSync(file);
  real.renameSync(`${compiled}.${process.pid}`, compiled);
  program = null;
}

// --- Words with the harness ------------------------------------------------------------------------------------------

function tell(message) {
  if (process.connected) process.send(message);
}

process.on('message', (message) => {
  if (message.orders) orders = message.orders;
  if (message.clock) clock = message.clock;
});
// Without its harness nobody would ever stop it.
process.on('disconnect', () => process.exit(1));
process.channel?.unref();

// --- Time ------------------------------------------------------------------------------------------------------------

const shownNow = () => Math.round(clock.shown + (real.now() - clock.real) * speed);
globalThis.Date = new Proxy(Date, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [shownNow()] : args, newTarget),
  apply: (target) => new target(shownNow()).toString(),
  get: (target, key) => (key === 'now' ? shownNow : Reflect.get(target, key)),
});
const elapsed = performance.now.bind(performance);
Object.defineProperty(performance, 'now', { value: () => elapsed() * speed });

const shorter = (ms) => (ms > 0 ? Math.max(1, ms / speed) : ms);
for (const name of ['setTimeout', 'setInterval']) {
  const original = globalThis[name];
  const replaced = (run, ms, ...rest) => original(run, shorter(ms), ...rest);
  for (const symbol of Object.getOwnPropertySymbols(original)) {
    // util.promisify(setTimeout)
    const promised = original[symbol];
    replaced[symbol] = (ms, ...rest) => promised(shorter(ms), ...rest);
  }
  globalThis[name] = replaced;
  timers[name] = replaced;
}
const pause = timersPromises.setTimeout;
timersPromises.setTimeout = (ms, ...rest) => pause(shorter(ms), ...rest);
const timeout = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = (ms) => timeout(Math.ceil(shorter(ms)));
const socketTimeout = net.Socket.prototype.setTimeout;
net.Socket.prototype.setTimeout = function setTimeout(ms, ...rest) {
  return socketTimeout.call(this, Math.ceil(shorter(ms)), ...rest);
};

// --- Disk ------------------------------------------------------------------------------------------------------------

/** `ledger.jsonl` is `ledger`, a mail of the spool is `spool`, `bridge.lock.HOST.PID` is `lock`. null: not of the state folder. */
function labelOf(path) {
  if (typeof path !== 'string' || stateDir === '' || !path.startsWith(stateDir)) return null;
  if (path.includes(`${sep}spool${sep}`) || path.endsWith(`${sep}spool`)) return 'spool';
  const name = basename(path);
  if (name.startsWith('bridge.lock')) return 'lock';
  if (path.includes(`${sep}requests${sep}`)) return 'requests';
  return name.replace(/\.(jsonl|json|tmp|\d+)/g, '') || 'folder';
}

const openFiles = new Map();

/** The kinds of records in the lines that are about to be written, such as `step:sending`. */
function kindsOf(bytes) {
  const kinds = new Set();
  for (const line of bytes.toString('utf8').split('\n')) {
    const brace = line.indexOf('{');
    if (brace < 0) continue;
    try {
      const record = JSON.parse(line.slice(brace));
      kinds.add(typeof record.state === 'string' ? `${record.t}:${record.state}` : String(record.t));
    } catch {
      kinds.add('line');
    }
  }
  return [...kinds];
}

fs.openSync = (path, flags, ...rest) => {
  const label = labelOf(path);
  if (label !== null && flags !== 'r' && flags !== undefined) {
    const harm = harmTo(label, []);
    if (harm === 'EROFS') throw diskError('EROFS', 'open');
  }
  const descriptor = real.openSync(path, flags, ...rest);
  if (label !== null && label !== 'lock') {
    openFiles.set(descriptor, { label, fresh: String(path).endsWith('.tmp'), writing: [], short: false });
  }
  return descriptor;
};
const { closeSync, fdatasyncSync, renameSync, linkSync, writeFileSync, rmSync } = fs;
fs.closeSync = (descriptor) => {
  openFiles.delete(descriptor);
  closeSync(descriptor);
};
fs.writeSync = (descriptor, bytes, ...rest) => {
  const file = openFiles.get(descriptor);
  if (file === undefined || !Buffer.isBuffer(bytes)) return real.writeSync(descriptor, bytes, ...rest);
  const [offset = 0] = rest;
  const kinds = file.fresh ? ['rewrite'] : kindsOf(bytes);
  const names = kinds.map((kind) => `${file.label}:${kind}`);
  for (const name of names) step(`${name}:before`);
  switch (harmTo(file.label, names)) {
    case 'torn':
      real.writeSync(descriptor, bytes, offset, Math.floor((bytes.length - offset) / 2));
      die();
      break;
    case 'ENOSPC':
      // The last free block takes the first half, as write(2) may.
      if (!file.short) {
        file.short = true;
        return real.writeSync(descriptor, bytes, offset, Math.floor((bytes.length - offset) / 2));
      }
      file.short = false;
      throw diskError('ENOSPC', 'write');
    case 'EROFS':
      throw diskError('EROFS', 'write');
    case 'EIO':
      file.writing = names;
      real.writeSync(descriptor, bytes, ...rest);
      throw diskError('EIO', 'write');
  }
  const taken = real.writeSync(descriptor, bytes, ...rest);
  file.writing = names;
  for (const name of names) step(`${name}:written`);
  return taken;
};
fs.fdatasyncSync = (descriptor) => {
  fdatasyncSync(descriptor);
  const file = openFiles.get(descriptor);
  if (file === undefined) return;
  for (const name of file.writing) step(`${name}:after`);
};
const bracketed = (act, what, labelFrom) =>
  function around(...args) {
    const label = labelFrom(...args);
    if (label === null) return act(...args);
    step(`${label}:${what}:before`);
    const result = act(...args);
    step(`${label}:${what}:after`);
    return result;
  };
fs.renameSync = bracketed(renameSync, 'rename', (_from, to) => labelOf(to));
fs.linkSync = bracketed(linkSync, 'link', (_from, to) => labelOf(to));
fs.rmSync = bracketed(rmSync, 'remove', (path) => labelOf(path));
fs.writeFileSync = bracketed(writeFileSync, 'file', (path) => labelOf(path));

/** The spool is written through promises. */
const { open, rename } = fs.promises;
fs.promises.open = async (path, flags, ...rest) => {
  const label = labelOf(path);
  if (label === null || flags === 'r') return open(path, flags, ...rest);
  step(`${label}:open:before`);
  const harm = harmTo(label, []);
  if (harm === 'EROFS' || harm === 'ENOSPC') throw diskError(harm, 'open');
  const handle = await open(path, flags, ...rest);
  const writeFile = handle.writeFile.bind(handle);
  const datasync = handle.datasync.bind(handle);
  handle.writeFile = async (bytes, ...more) => {
    step(`${label}:bytes:before`);
    if (harm === 'torn' && Buffer.isBuffer(bytes)) {
      await writeFile(bytes.subarray(0, bytes.length / 2));
      die();
    }
    await writeFile(bytes, ...more);
    step(`${label}:bytes:written`);
    if (harm === 'EIO') throw diskError('EIO', 'write');
  };
  handle.datasync = async () => {
    await datasync();
    step(`${label}:bytes:after`);
  };
  return handle;
};
fs.promises.rename = async (from, to) => {
  const label = labelOf(to);
  if (label === null) return rename(from, to);
  step(`${label}:rename:before`);
  await rename(from, to);
  step(`${label}:rename:after`);
};

// --- Sheet -----------------------------------------------------------------------------------------------------------

/** By the tabs that a write concerns (SHEET_ID of core/workbook/columns.ts). */
const WRITES = [
  ['7119', 'intake'],
  ['7103', 'show'],
  ['7120', 'problems'],
];

function callName(url, body) {
  if (!String(url).includes(':batchUpdate')) return 'sheet:read';
  const text = typeof body === 'string' ? body : '';
  const tabs = new Set([...text.matchAll(/"sheetId":\s*(\d+)/g)].map(([, id]) => id));
  const [, what = 'other'] = WRITES.find(([id]) => tabs.has(id)) ?? [];
  return `sheet:write:${what}`;
}

const realFetch = globalThis.fetch;
globalThis.fetch = async (url, options) => {
  const name = callName(url?.url ?? url, options?.body);
  step(`${name}:before`);
  const answer = await realFetch(url, options);
  step(`${name}:after`);
  if (name === 'sheet:read') tell({ read: true });
  return answer;
};

// --- Mail servers ----------------------------------------------------------------------------------------------------

const talks = new WeakMap();

function talkOf(socket) {
  const known = talks.get(socket);
  if (known !== undefined) return known;
  const port = socket.remotePort;
  if (port === undefined) return null;
  const talk =
    port === imapPort
      ? { speaks: imap, tags: new Map() }
      : port === smtpPort
        ? { speaks: smtp, at: 'command' }
        : null;
  talks.set(socket, talk);
  return talk;
}

const imap = {
  said(talk, text) {
    const steps = [];
    for (const [, tag, uid = '', verb] of text.matchAll(/(?:^|\n)([0-9A-Z]+) (UID )?([A-Z]+)/g)) {
      talk.tags.set(tag, `imap:${uid}${verb}`);
      steps.push(`imap:${uid}${verb}`);
      if (verb === 'IDLE') {
        tell({ idle: true });
        keepCompiled();
      }
    }
    return steps;
  },
  heard(talk, text) {
    for (const [, tag] of text.matchAll(/(?:^|\n)([0-9A-Z]+) (?:OK|NO|BAD)/g)) {
      const name = talk.tags.get(tag);
      if (name !== undefined) step(`${name}:answered`);
      talk.tags.delete(tag);
    }
  },
};

const smtp = {
  said(talk, text) {
    if (talk.at === 'text') {
      const ends = `${talk.tail}${text}`.endsWith('\r\n.\r\n');
      talk.tail = `${talk.tail}${text}`.slice(-5);
      if (ends) talk.at = 'dot';
      return [ends ? 'smtp:dot' : 'smtp:text'];
    }
    const verb = /^([A-Z]{4})\b/.exec(text)?.[1] ?? 'more';
    talk.verb = verb;
    return [`smtp:${verb}`];
  },
  heard(talk, text) {
    if (talk.verb === 'DATA' && text.startsWith('354')) {
      talk.verb = '';
      talk.at = 'text';
      talk.tail = '\r\n';
      step('smtp:DATA:answered');
    } else if (talk.at === 'dot') {
      talk.at = 'command';
      step('smtp:dot:answered');
    } else step(`smtp:${talk.verb ?? 'greeting'}:answered`);
  },
};

const { write } = net.Socket.prototype;
net.Socket.prototype.write = function (chunk, ...rest) {
  const talk = talkOf(this);
  if (!talk) return write.call(this, chunk, ...rest);
  const steps = talk.speaks.said(talk, chunk.toString('latin1'));
  for (const name of steps) step(`${name}:before`);
  const result = write.call(this, chunk, ...rest);
  for (const name of steps) step(`${name}:after`);
  return result;
};
const { push } = net.Socket.prototype;
net.Socket.prototype.push = function (chunk, ...rest) {
  const talk = chunk === null ? null : talkOf(this);
  if (talk) talk.speaks.heard(talk, chunk.toString('latin1'));
  return push.call(this, chunk, ...rest);
};
