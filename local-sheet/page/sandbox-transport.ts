/**
 * A pane of the script stands in a sandbox: an origin of its own and no network. The bridge of google.script.run
 * (apps-script/page-bridge.ts) sends its calls with fetch; here that fetch becomes a message to the surrounding
 * page, which makes the call and adds where the person stands in the sheet.
 */
import { withPageBridge } from '../apps-script/page-bridge';

const TRANSPORT = `<script>(function () {
  'use strict';
  var waiting = new Map();
  var last = 0;
  window.fetch = function (_url, options) {
    last += 1;
    var id = last;
    parent.postMessage({ type: 'script-run', id: id, call: JSON.parse(options.body) }, '*');
    return new Promise(function (resolve) { waiting.set(id, resolve); }).then(function (answer) {
      return { json: function () { return answer; } };
    });
  };
  addEventListener('message', function (event) {
    var message = event.data;
    if (event.source !== parent || !message || message.type !== 'script-answer') return;
    var resolve = waiting.get(message.id);
    waiting.delete(message.id);
    if (resolve) resolve(message.answer);
  });
})();</script>`;

/** Before any script of the page, but behind the doctype, without which browsers use old rules. */
export function inSandbox(html: string): string {
  const bridged = withPageBridge(html, 'script/run');
  const before =
    /<head\b[^>]*>/i.exec(bridged) ?? /<html\b[^>]*>/i.exec(bridged) ?? /^\s*<!doctype[^>]*>/i.exec(bridged);
  const at = before === null ? 0 : before.index + before[0].length;
  return bridged.slice(0, at) + TRANSPORT + bridged.slice(at);
}
