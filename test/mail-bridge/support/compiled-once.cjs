/**
 * Required before a program that many tests start. Most of a start is the compiling of some megabytes; what V8 made of
 * them the first time is kept in the file ROWDESK_TEST_COMPILED for the other starts, and the program is the same.
 */
const fs = require('node:fs');
const Module = require('node:module');
const { dirname } = require('node:path');
const vm = require('node:vm');

const compiled = process.env.ROWDESK_TEST_COMPILED;
const { _compile } = Module.prototype;

Module.prototype._compile = function compile(content, filename) {
  if (compiled === undefined || filename !== process.argv[1]) return _compile.call(this, content, filename);
  const cachedData = fs.existsSync(compiled) ? fs.readFileSync(compiled) : undefined;
  const script = new vm.Script(Module.wrap(content.replace(/^#!.*/, '')), {
    filename,
    cachedData,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  // At its end, so that the functions are in it which a start needs.
  if (cachedData === undefined) process.once('exit', () => keep(script));
  const require = Module.createRequire(filename);
  return script
    .runInThisContext()
    .call(this.exports, this.exports, require, this, filename, dirname(filename));
};

function keep(script) {
  const written = `${compiled}.${process.pid}`;
  fs.writeFileSync(written, script.createCachedData());
  fs.renameSync(written, compiled);
}
