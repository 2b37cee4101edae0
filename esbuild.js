// Bundles the extension, the language server, the command-line tool and the tests.
//
//   node esbuild.js              everything, once
//   node esbuild.js --watch      the same, again on every change
//   node esbuild.js --product    only what ships, minified
//   node esbuild.js --package    the same, as small as can be, which takes its time
//   … --into FOLDER              what ships goes there, and not to dist
//
// Types are checked by `npm run check-types`, never here.
const esbuild = require('esbuild');
const fs = require('node:fs');
const { builtinModules } = require('node:module');
const path = require('node:path');
const { minify } = require('terser');

const watch = process.argv.includes('--watch');
const forPackage = process.argv.includes('--package');
const product = forPackage || process.argv.includes('--product');
const into = process.argv.includes('--into') ? process.argv[process.argv.indexOf('--into') + 1] : 'dist';

/** What every bundle shares: Node 20 is the oldest runtime that VS Code 1.91 and the README allow. */
const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: product ? false : 'linked',
  minify: product,
  legalComments: 'none',
  metafile: product,
  logLevel: 'warning',
  // The pages of the rules, for `debate-notes explain`.
  loader: { '.md': 'text' },
  // The `module` entry points of the protocol packages are what makes one bundle of them possible.
  mainFields: ['module', 'main'],
  alias: {
    '@citation-js/core': './server/src/bibliography/bibtex/citationCore.ts',
    'citation-js-util': './node_modules/@citation-js/core/lib-mjs/util',
  },
};

function oneCopyOf(names) {
  return Object.fromEntries(names.map((name) => [name, `./node_modules/${name}/lib/esm/main.js`]));
}

/**
 * The extension and its server run in browsers too, by the same two files: with one for each place the package would be
 * nearly twice as large. Modules of Node stay names that are asked for where there are any; of packages that have a
 * variant for browsers it is taken, since it runs everywhere.
 */
const everywhere = {
  platform: 'browser',
  target: ['node20', 'chrome114', 'firefox115', 'safari16.4'],
  conditions: ['node'],
  mainFields: ['module', 'main'],
  external: builtinModules.flatMap((name) => [name, `node:${name}`]),
  // Text of other scripts is shorter so than as escapes; workers read scripts as UTF-8.
  charset: 'utf8',
  alias: {
    ...shared.alias,
    yaml: './node_modules/yaml/browser/index.js',
    // Else there are two: packages of the protocol bring their own.
    ...oneCopyOf(['vscode-languageserver-types', 'vscode-languageserver-textdocument']),
  },
};

/**
 * Has all files import a CommonJS package through one. By itself each gets an object of its own with all that the package
 * exports, hundreds of names; fifty of those are what a server would make first when it starts.
 */
function importedOnce(name) {
  const exported = Object.keys(require(name)).filter((key) => key !== 'default');
  return {
    name: `once:${name}`,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, ({ namespace }) =>
        namespace === name ? undefined : { path: name, namespace: name, sideEffects: false },
      );
      build.onLoad({ filter: /.*/, namespace: name }, () => ({
        contents: `export { ${exported.join(', ')} } from '${name}';`,
        resolveDir: __dirname,
      }));
    },
  };
}

const shipped = [
  {
    ...everywhere,
    entryPoints: { extension: 'client/src/main.ts' },
    external: [...everywhere.external, 'vscode'],
    // By semver the client asks whether VS Code is new enough, which VS Code has asked before it installed the extension.
    alias: {
      ...everywhere.alias,
      'semver/functions/parse': './client/src/life/checkedVersion.ts',
      'semver/functions/satisfies': './client/src/life/checkedVersion.ts',
    },
    outdir: into,
  },
  {
    ...everywhere,
    entryPoints: { server: 'server/src/main.ts' },
    // In a worker there is no module, and what stands at the top would be global. What is imported of Node is nothing
    // there, which nobody asks.
    banner: { js: '((module, require) => {' },
    footer: {
      js: "})(typeof module === 'object' ? module : {}, typeof require === 'function' ? require : () => ({}));",
    },
    // @cfworker/json-schema takes the place of the script for an address, which that of a worker made of a blob is not.
    define: { 'self.location': 'undefined' },
    plugins: [importedOnce('vscode-languageserver')],
    outdir: into,
  },
  // The page of the argument map runs in a browser; its styles are a file, so that the page needs no inline ones.
  {
    entryPoints: { map: 'client/src/map/page/main.ts' },
    outdir: into,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    loader: { '.css': 'text' },
  },
  { entryPoints: { map: 'client/src/map/page/map.css' }, outdir: into, target: 'chrome114' },
  // The command loads one of three bundles: a search for repeats, and the language server, start without all that the
  // others need.
  {
    entryPoints: { cli: 'server/src/cli.ts' },
    outdir: into,
    banner: { js: '#!/usr/bin/env node' },
    external: ['./cli/program', './cli/duplicatesCommand', './cli/serveCommand', './server'],
    supported: { 'dynamic-import': false },
  },
  {
    entryPoints: ['program', 'duplicatesCommand', 'serveCommand'].map((name) => `server/src/cli/${name}.ts`),
    outdir: `${into}/cli`,
  },
];

/** One bundle for the mocha files of some folders, so that a suite starts in milliseconds. */
function suite(folders, outfile, external = [], { before = '', after = '', ...options } = {}) {
  const name = `suite:${outfile}`;
  const listFiles = {
    name,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: name }));
      build.onLoad({ filter: /.*/, namespace: name }, () => ({
        contents: [before, ...folders.flatMap(testFiles).map((file) => `import './${file}';`), after].join('\n'),
        resolveDir: __dirname,
        watchDirs: folders.map((folder) => path.join(__dirname, folder)),
      }));
    },
  };
  return {
    entryPoints: [{ in: name, out: outfile }],
    outdir: 'dist/test',
    plugins: [listFiles],
    external: ['mocha', 'esbuild', ...external],
    ...options,
  };
}

function testFiles(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true })
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .filter((file) => file.endsWith('.test.ts'))
    .sort();
}

/** Programs that set up, run or photograph a real VS Code; each file is one command. */
function tools(folder) {
  const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((file) => file.endsWith('.ts')) : [];
  const entryPoints = files.map((file) => ({ in: `${folder}/${file}`, out: path.basename(file, '.ts') }));
  return { entryPoints, outdir: 'dist/test/tools', packages: 'external' };
}

const tests = [
  suite(['test/unit'], 'unit', [], { alias: { ...shared.alias, vscode: './test/page/vscode.ts' } }),
  suite(['test/protocol'], 'protocol'),
  // What is run on many more values each time that everything is checked: the properties of some rooms, and of the fixes.
  suite(['test/unit/syntax', 'test/unit/argument', 'test/unit/formatting', 'test/unit/rules/properties'], 'properties'),
  suite(['test/project'], 'project', ['@vscode/l10n-dev']),
  suite(['test/editors'], 'editors'),
  // The page of the map needs a browser, and of VS Code no more than its texts.
  suite(['test/page'], 'page', ['playwright-core', 'axe-core'], {
    alias: { ...shared.alias, vscode: './test/page/vscode.ts' },
  }),
  suite(['test/e2e/suite'], 'e2e', ['vscode']),
  // The same tests for a browser, with mocha and what they use of Node.
  suite(['test/e2e/suite'], 'e2eWeb', [], {
    before: `import './test/e2e/web/setUp.ts';`,
    after: `export { run } from './test/e2e/web/run.ts';`,
    platform: 'browser',
    external: ['vscode'],
    alias: { 'node:assert/strict': './test/e2e/web/assert.cjs' },
    define: { global: 'globalThis' },
    banner: { js: 'var process = { env: {}, nextTick: (call) => queueMicrotask(call) };' },
    // mocha takes the module of the bundle for its own.
    format: 'iife',
    globalName: 'suites',
    footer: { js: 'module.exports = suites;' },
  }),
  { entryPoints: { e2eHost: 'test/e2e/suite/index.ts' }, outdir: 'dist/test', external: ['vscode', 'mocha'] },
  tools('test/e2e/commands'),
  // Programs that tests run beside the server, or load into it.
  { entryPoints: ['test/support/paperIndex.ts', 'test/support/noNetwork.ts'], outdir: 'dist/test/support' },
  {
    entryPoints: {
      bench: 'test/bench/bench.ts',
      lspBench: 'test/bench/lsp/lspBench.ts',
      passagesBench: 'test/bench/passagesBench.ts',
    },
    outdir: 'dist/test/bench',
    // Beside what is taken of citation-js stands all of it, to be compared with.
    alias: { 'citation-js-util': shared.alias['citation-js-util'] },
  },
  {
    entryPoints: ['test/bench/mapBench.ts'],
    outdir: 'dist/test/bench',
    external: ['playwright-core'],
    alias: { ...shared.alias, vscode: './test/page/vscode.ts' },
  },
  { entryPoints: ['test/bench/page/mapScene.ts'], outdir: 'dist/test/bench', platform: 'browser', format: 'iife' },
  { entryPoints: ['test/generate/generate.ts'], outdir: 'dist/test/generate' },
];

async function main() {
  // The tests and the tools may be running right now, as `npm start` is when it packages the extension.
  if (!product) fs.rmSync(path.join(__dirname, 'dist'), { recursive: true, force: true });
  const wanted = (product ? shipped : [...shipped, ...tests]).map((options) => ({ ...shared, ...options }));
  if (watch) {
    const contexts = await Promise.all(wanted.map((options) => esbuild.context(options)));
    await Promise.all(contexts.map((context) => context.watch()));
    return;
  }
  const results = await Promise.all(wanted.map((options) => esbuild.build(options)));
  if (forPackage) await Promise.all([`${into}/extension.js`, `${into}/server.js`].map(shrink));
  if (product) writeNotices(results.flatMap(({ metafile }) => Object.keys(metafile.inputs)));
}

/** Saves a twentieth of the package: terser works over the whole script several times, esbuild once. */
async function shrink(file) {
  const { code } = await minify(fs.readFileSync(file, 'utf8'), { ecma: 2020, compress: { passes: 2 } });
  fs.writeFileSync(file, code);
}

/** The licences of the packages in the bundles ask to be passed on with them. */
function writeNotices(inputs) {
  const folders = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []);
  const notices = [...new Set(folders)].sort().map((folder) => {
    const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const file = licenceOf(folder) ?? licenceOf(SAME_LICENCE[manifest.name]);
    const licence = file ? fs.readFileSync(file, 'utf8') : declaredLicence(manifest);
    return `${manifest.name} ${manifest.version} (${manifest.license})\n\n${licence.trim()}\n`;
  });
  fs.writeFileSync(`${into}/THIRD-PARTY-NOTICES.txt`, notices.join(`\n${'-'.repeat(80)}\n\n`));
}

/** Packages without the licence of the repository that they come from, and a package that has it. */
const SAME_LICENCE = {
  '@citation-js/date': 'node_modules/@citation-js/core',
  '@citation-js/name': 'node_modules/@citation-js/core',
};

function licenceOf(folder) {
  const file = folder && fs.readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return file && path.join(folder, file);
}

/** A package may name its licence and leave the text out; that of MIT stands in our own file. */
function declaredLicence({ name, license, author }) {
  if (license !== 'MIT' || typeof author !== 'string')
    throw new Error(`${name} is bundled, but has no licence to pass on`);
  return fs.readFileSync('LICENSE', 'utf8').replace(/^Copyright .*$/m, `Copyright (c) ${author}`);
}

main().catch((error) => {
  // esbuild has printed what is wrong with the sources; anything else is ours to say.
  if (!error.errors) console.error(error);
  process.exitCode = 1;
});
