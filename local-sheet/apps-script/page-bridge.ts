/**
 * The client half of google.script.run and google.script.host, for a page that this program serves outside
 * Google (developers.google.com/apps-script/guides/html/reference/run and …/host).
 *
 * A call is a POST of `{functionName, args}` as JSON; its answer is a `PageAnswer`. What the page asks of the window that
 * holds it (to close, to have the focus, another size) goes by postMessage. The content type makes a page of
 * another origin ask first, which the server does not allow: no other site can call the script.
 */
export type PageAnswer = { readonly returned: unknown } | { readonly error: string };

/** Puts the bridge before everything else in the page, so that no script of it runs without. */
export function withPageBridge(html: string, url: string): string {
  const script = `<script>${pageBridge(url)}</script>`;
  const head = /<head[^>]*>/i.exec(html) ?? /<html[^>]*>/i.exec(html) ?? /^\s*<!doctype[^>]*>/i.exec(html);
  const at = head === null ? 0 : head.index + head[0].length;
  return html.slice(0, at) + script + html.slice(at);
}

/** The script's text. The url is the only thing in it that is not constant. */
export function pageBridge(url: string): string {
  return CLIENT.replace("'%URL%'", () => scriptLiteral(url));
}

/** A JavaScript string that cannot end the script element it stands in. */
function scriptLiteral(value: string): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

const CLIENT = `(function () {
  'use strict';
  var url = '%URL%';

  function illegal(value, path) {
    if (value === null || value === undefined) return null;
    if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return path;
    if (typeof value !== 'object') return null;
    if (value instanceof Date || value instanceof Node) return path;
    var keys = Object.keys(value);
    for (var i = 0; i < keys.length; i += 1) {
      var found = illegal(value[keys[i]], path + '.' + keys[i]);
      if (found !== null) return found;
    }
    return null;
  }

  function fields(form) {
    var values = {};
    new FormData(form).forEach(function (value, name) {
      if (typeof value !== 'string') throw new Error('NotEmulated: a form with a file in google.script.run');
      values[name] = name in values ? [].concat(values[name], value) : value;
    });
    return values;
  }

  function plain(args) {
    if (args.length === 1 && args[0] instanceof HTMLFormElement) return [fields(args[0])];
    for (var i = 0; i < args.length; i += 1) {
      var found = illegal(args[i], String(i));
      if (found !== null) throw new TypeError('Failed due to illegal value in property: ' + found);
    }
    return args;
  }

  function send(handlers, name, args) {
    fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ functionName: name, args: args }),
    })
      .then(function (response) { return response.json(); })
      .catch(function (error) {
        return { error: 'NetworkError: Connection failure due to ' + (error && error.message) };
      })
      .then(function (answer) {
        if (!('error' in answer)) {
          if (handlers.success) handlers.success(answer.returned === undefined ? null : answer.returned, handlers.user);
          return;
        }
        var failure = new Error(answer.error);
        if (handlers.failure) handlers.failure(failure, handlers.user);
        else console.error('Uncaught', failure);
      });
  }

  var settings = { withSuccessHandler: 'success', withFailureHandler: 'failure', withUserObject: 'user' };

  function runner(handlers) {
    return new Proxy({}, {
      get: function (_target, name) {
        if (typeof name === 'symbol' || name === 'then') return undefined;
        if (Object.prototype.hasOwnProperty.call(settings, name)) {
          return function (value) {
            var next = Object.assign({}, handlers);
            next[settings[name]] = value;
            return runner(next);
          };
        }
        return function () {
          send(handlers, name, plain(Array.prototype.slice.call(arguments)));
        };
      },
    });
  }

  function ask(action, pixels) {
    var request = { from: 'google.script.host', action: action };
    if (pixels !== undefined) request.pixels = Number(pixels);
    window.parent.postMessage(request, '*');
  }

  function missing(name) {
    return new Proxy({}, {
      get: function (_target, member) {
        throw new Error('NotEmulated: google.script.' + name + '.' + String(member));
      },
    });
  }

  window.google = Object.assign(window.google || {}, {
    script: {
      run: runner({}),
      host: {
        close: function () { ask('close'); },
        setHeight: function (pixels) { ask('height', pixels); },
        setWidth: function (pixels) { ask('width', pixels); },
        editor: { focus: function () { ask('focus'); } },
        origin: window.location.origin,
      },
      history: missing('history'),
      url: missing('url'),
    },
  });
})();
`;
