// Node's `assert/strict`, for the tests in a browser: Node's own code, as a package.
module.exports = require('assert/').strict;
