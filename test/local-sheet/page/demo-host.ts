/** A stand-in for the script of a workbook: a menu, a sidebar that calls back, and an onEdit that is noted. */
import type { ExecutionResult, ScriptHost, Selection } from '../../../local-sheet/contract';

const NOTHING: ExecutionResult = {
  returned: null,
  sidebar: null,
  dialog: null,
  alerts: [],
  toasts: [],
  log: [],
  serviceCalls: 0,
};

const SIDEBAR = `<!doctype html><html><head><style>body{font:14px system-ui;margin:16px;color:#202124}</style></head>
<body><h1 style="font-size:16px">Conversation</h1><p id="where">…</p>
<button id="ask">Ask the script</button><p id="answer"></p>
<script>
document.getElementById('ask').onclick = function () {
  google.script.run
    .withSuccessHandler(function (text) { document.getElementById('answer').textContent = text; })
    .withFailureHandler(function (error) { document.getElementById('answer').textContent = 'failed: ' + error.message; })
    .describeRow('please');
};
google.script.run.withSuccessHandler(function (text) { document.getElementById('where').textContent = text; }).describeRow('at start');
</script></body></html>`;

export interface DemoHost extends ScriptHost {
  readonly edits: { cell: Selection; oldValue: string | null; value: string | null }[];
}

function noAddOn(): never {
  throw new Error('This script is no add-on.');
}

export function demoHost(): DemoHost {
  const edits: DemoHost['edits'] = [];
  return {
    edits,
    open: () => [
      {
        caption: 'Rowdesk',
        items: [
          { caption: 'Show the conversation', functionName: 'showSidebar' },
          { caption: 'Say hello', functionName: 'hello' },
          { caption: 'Fail', functionName: 'fail' },
        ],
      },
    ],
    runMenuItem(_user, functionName) {
      if (functionName === 'fail') throw new Error('Row 12 has no e-mail address.');
      if (functionName === 'hello')
        return { ...NOTHING, toasts: ['Hello from the script.'], alerts: ['All is well.'] };
      return { ...NOTHING, sidebar: { title: 'Conversation', html: SIDEBAR, width: null, height: null } };
    },
    runFromPage(_user, functionName, args, selection) {
      if (functionName !== 'describeRow') throw new Error(`There is no ${functionName}.`);
      return { ...NOTHING, returned: `${String(args[0])}: row ${selection.row} of ${selection.sheetId}` };
    },
    edited(_user, cell, change) {
      edits.push({ cell, ...change });
      return null;
    },
    runDueTriggers: () => [],
    run: () => NOTHING,
    get: () => ({ mimeType: 'text/html', content: '' }),
    runAddOnTrigger: noAddOn,
    runAddOnAction: noAddOn,
  };
}
