/**
 * Loaded into the bridge of the long day beside the saboteur: tells how much memory and how many files it holds, after
 * what is garbage has been collected.
 */
const { readdirSync } = require('node:fs');

process.on('message', (message) => {
  if (!message.sample) return;
  // What the first pass has finalised goes with the second.
  globalThis.gc();
  globalThis.gc();
  const { rss, heapUsed, external } = process.memoryUsage();
  // One of them is the folder that is being read, each time.
  process.send({ sample: { rss, heapUsed, external, handles: readdirSync('/proc/self/fd').length } });
});
// Listening must not keep it alive.
process.channel?.unref();
