// Loaded into clasp's process by the rehearsal (check-clasp.mjs): every call to Google goes to the stand-in on the
// loopback, and any other connection is refused. clasp itself is not changed.
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';

const port = Number(process.env.ROWDESK_STAND_IN_PORT);
if (!Number.isInteger(port) || port <= 0) throw new Error('ROWDESK_STAND_IN_PORT is not set');

const GOOGLE = /(^|\.)googleapis\.com$/;

function redirected(input, init) {
  const url = new URL(String(input instanceof Request ? input.url : input));
  if (url.hostname === '127.0.0.1') return [input, init];
  if (!GOOGLE.test(url.hostname)) throw new Error(`The rehearsal allows no connection to ${url.hostname}.`);
  return [`http://127.0.0.1:${port}${url.pathname}${url.search}`, init];
}

const realFetch = globalThis.fetch;
globalThis.fetch = (input, init) => realFetch(...redirected(input, init));

const realRequest = http.request;
https.request = (input, options, callback) => {
  const given = typeof input === 'string' || input instanceof URL ? new URL(input) : null;
  const settings = given ? (typeof options === 'object' ? options : {}) : input;
  const host = given?.hostname ?? settings.hostname ?? settings.host ?? '';
  if (!GOOGLE.test(host)) throw new Error(`The rehearsal allows no connection to ${host}.`);
  const path = given ? given.pathname + given.search : settings.path;
  const then = typeof options === 'function' ? options : callback;
  const { agent: _agent, protocol: _protocol, ...rest } = settings;
  return realRequest(
    { ...rest, protocol: 'http:', hostname: '127.0.0.1', host: '127.0.0.1', port, path },
    then,
  );
};
https.get = (...args) => {
  const request = https.request(...args);
  request.end();
  return request;
};
syncBuiltinESMExports();
