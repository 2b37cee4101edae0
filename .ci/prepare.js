// Builds what ships, after an install and before packing. `npm install -g git+…`, by which pre-commit installs hooks,
// comes here without the packages that the build needs: the global install that is asked for is handed on to the one
// that was to bring them (npm 8 to 11).
const { execFileSync, execSync } = require('node:child_process');
const path = require('node:path');

const project = path.join(__dirname, '..');

function hasPackages() {
  try {
    require.resolve('esbuild', { paths: [project] });
    return true;
  } catch {
    return false;
  }
}

if (!hasPackages()) {
  const command = 'npm ci --no-global --include=dev --ignore-scripts --no-audit --no-fund';
  execSync(command, { cwd: project, stdio: 'inherit' });
}
execFileSync(process.execPath, ['esbuild.js', '--product'], { cwd: project, stdio: 'inherit' });
