// Stands in for two functions of semver in the bundle: `engines.vscode` of the manifest asks for the version that the client
// needs, so that no other ever runs it.

/** The version as it is written; what is asked of it is answered already. */
function checkedVersion(version: string): { readonly prerelease: readonly string[]; readonly version: string } {
  return { prerelease: [], version };
}

module.exports = checkedVersion;
