// The house rule of who imports whom. parser 'swc' is needed: with TypeScript 7 alone the cruiser reads no
// module and calls that "no violations"; scripts/check-architecture.mjs also refuses a run that saw too few.
const part = (name) => `^${name}/`;

/** A part may import itself, what is listed, and packages. */
function only(name, allowed) {
  return {
    name: `${name}-imports-only-${allowed.join('-and-') || 'itself'}`,
    severity: 'error',
    from: { path: part(name) },
    to: {
      path: '^(core|sheet-templates|apps-script|mail-bridge|local-sheet|demo|scripts|test)/',
      pathNot: [name, ...allowed].map(part).join('|'),
    },
  };
}

module.exports = {
  forbidden: [
    only('core', []),
    only('sheet-templates', ['core']),
    only('local-sheet', []),
    only('apps-script', ['core', 'sheet-templates']),
    only('mail-bridge', ['core', 'sheet-templates']),
    only('demo', ['core', 'sheet-templates', 'mail-bridge', 'local-sheet']),
    {
      name: 'core-knows-no-node-and-no-google',
      comment: 'core runs in Node and in Apps Script alike',
      severity: 'error',
      from: { path: '^(core|sheet-templates|apps-script)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-knows-no-google-client',
      severity: 'error',
      from: { path: '^(core|apps-script)/' },
      to: { path: 'node_modules/(@googleapis|google-auth-library|imapflow|mailparser|nodemailer)' },
    },
    {
      name: 'production-knows-no-development-server',
      comment: 'what the bridge ships as one file never holds the demo or test servers',
      severity: 'error',
      from: { path: '^(core|sheet-templates|apps-script|mail-bridge)/' },
      to: {
        path: 'node_modules/(smtp-server|ajv|@cj-tech-master|playwright-core|fast-check)',
      },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    exclude: { path: '^(dist|node_modules)/' },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'] },
  },
};
