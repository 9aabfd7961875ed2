// Stryker activates a mutant before the tests of a file and leaves it active. While a file is loaded no mutant is
// active, or the mutant before would be noticed again under another name.
const { __stryker__ } = globalThis as { readonly __stryker__?: { activeMutant?: string | undefined } }
if (__stryker__ !== undefined) __stryker__.activeMutant = undefined
