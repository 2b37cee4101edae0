// Runs before the tests of the bundle are defined: makes mocha's globals, as `runMocha` does in Node.
import 'mocha/mocha';

mocha.setup({ ui: 'bdd', timeout: 60_000, forbidOnly: true, forbidPending: true, reporter: 'base' } as never);
