// Stryker switches a mutant on before the tests of a file, and leaves it on. What a file does while it is read is done
// without one: else the mutant before would be noticed a second time, under another's name.
const { __stryker__ } = globalThis as { readonly __stryker__?: { activeMutant?: string | undefined } }
if (__stryker__ !== undefined) __stryker__.activeMutant = undefined
