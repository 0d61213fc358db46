// Builds the style sheet, the scripts and the icon sprite of our own pages into target/classes/static/assets.
// Maven runs it on every build; it works only when the lock file or a source changed, and needs the network
// only when the lock file did.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(here, '../../../target');
const output = join(target, 'classes/static/assets');
const buildStamp = join(target, 'frontend.hash');
const installStamp = join(here, 'node_modules/.huxin-lock.hash');
const products = ['app.css', 'app.js', 'diagram.css', 'diagram.js', 'icons.svg', 'mark.svg', 'licences.txt'];

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  fail(`Node ${process.versions.node} is too old: the pages of Huxin are built with Node 20 or newer.`);
}

const lock = hash([join(here, 'package-lock.json')]);
const sources = hash(['build.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', 'icons.json', 'src']
  .flatMap((name) => filesOf(join(here, name))));

if (read(buildStamp) === sources && products.every((name) => existsSync(join(output, name)))) {
  process.exit(0);
}

if (read(installStamp) !== lock) {
  console.log('Front end: installing the packages of package-lock.json');
  run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    'npm ci failed. It needs npm and, the first time, the package registry; what is built is kept for the next start.');
  writeFileSync(installStamp, lock);
}

console.log('Front end: building');
run(process.execPath, [join(here, 'node_modules/typescript/bin/tsc'), '--noEmit'], 'the TypeScript of the pages does not compile');
const { build } = await import('esbuild');
rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
await build({
  absWorkingDir: here,
  entryPoints: ['src/app.ts', 'src/app.css', 'src/diagram.ts', 'src/diagram.css'],
  outdir: output,
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2020', 'chrome92', 'firefox90', 'safari15'],
  legalComments: 'none',
  loader: { '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'empty', '.eot': 'empty', '.svg': 'dataurl' },
  logLevel: 'warning',
}).catch(() => fail('the scripts or style sheets above do not build'));
['app.css', 'diagram.css'].forEach(picturesBecomeFiles);
writeFileSync(join(output, 'icons.svg'), sprite(JSON.parse(read(join(here, 'icons.json')))));
writeFileSync(join(output, 'mark.svg'), read(join(here, 'src/mark.svg')));
writeFileSync(join(output, 'licences.txt'), licences());
mkdirSync(target, { recursive: true });
writeFileSync(buildStamp, sources);

/** Our pages load nothing that is not a file of ours (Content-Security-Policy: default-src 'self'). */
function picturesBecomeFiles(css) {
  const file = join(output, css);
  const text = read(file).replace(/url\("data:image\/svg\+xml,([^"]+)"\)/g, (_, data) => {
    const svg = decodeURIComponent(data);
    const name = `picture-${createHash('sha256').update(svg).digest('hex').slice(0, 12)}.svg`;
    writeFileSync(join(output, name), svg);
    return `url("${name}")`;
  });
  if (/url\("?data:/.test(text)) {
    fail(`${css} still holds a picture that the Content-Security-Policy of our pages refuses`);
  }
  writeFileSync(file, text);
}

/** One file with the icons that the templates name, so that a page loads only what it shows. */
function sprite(names) {
  const symbols = names.map((name) => {
    const svg = read(join(here, 'node_modules/lucide-static/icons', `${name}.svg`));
    if (!svg) {
      fail(`icons.json names the icon "${name}", which lucide-static does not have`);
    }
    const shapes = svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>[\s\S]*$/, '').replace(/\s*\n\s*/g, '');
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`;
}

/** The licences of everything that is shipped to the browser, as they ask for. */
function licences() {
  const shipped = JSON.parse(read(join(here, 'package-lock.json'))).packages;
  return Object.entries(shipped)
    .filter(([path, entry]) => path && (!entry.dev || path.endsWith('/lucide-static')))
    .map(([path, entry]) => {
      const file = readdirSync(join(here, path)).find((name) => /^licen[cs]e/i.test(name));
      return `${path.replace(/^.*node_modules\//, '')} ${entry.version} (${entry.license ?? 'see below'})\n\n`
        + (file ? read(join(here, path, file)) : '');
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function filesOf(path) {
  try {
    return readdirSync(path).sort().flatMap((name) => filesOf(join(path, name)));
  }
  catch {
    return existsSync(path) ? [path] : [];
  }
}

function hash(files) {
  const digest = createHash('sha256');
  files.forEach((file) => digest.update(relative(here, file)).update('\0').update(readFileSync(file)));
  return digest.digest('hex');
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function run(command, args, whenItFails) {
  try {
    execFileSync(command, args, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
  }
  catch {
    fail(whenItFails);
  }
}

function fail(message) {
  console.error(`Front end: ${message}`);
  process.exit(1);
}
