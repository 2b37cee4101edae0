// In the place of a compiled module: VS Code's log files, appended to one line at a time.
const fs = require('node:fs');
const path = require('node:path');

class Logger {
  constructor(_name, file) {
    this.file = file;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'critical']) {
      this[level] = (message) => this.#append(`${new Date().toISOString()} [${level}] ${message}\n`);
    }
  }

  // A log folder that is already removed must not take the server down with it.
  #append(line) {
    try {
      fs.appendFileSync(this.file, line);
    } catch {}
  }

  getLevel() {
    return 2;
  }

  setLevel() {}
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {}
}

exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => undefined;
exports.setFlushOn = () => undefined;
exports.shutdown = () => undefined;
exports.createRotatingLogger = async (name, file) => new Logger(name, file);
exports.createAsyncRotatingLogger = exports.createRotatingLogger;
