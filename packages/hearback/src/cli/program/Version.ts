/** The version of this release. */

/** Set by the build from package.json. */
declare const HEARBACK_VERSION: string | undefined

/** The version; undefined if the program runs from its source. */
export const version = typeof HEARBACK_VERSION === "undefined" ? undefined : HEARBACK_VERSION
