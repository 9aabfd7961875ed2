/** Which release this is. */

/** Set by the build, from package.json. */
declare const HEARBACK_VERSION: string | undefined

/** Undefined where the program runs from its source. */
export const version = typeof HEARBACK_VERSION === "undefined" ? undefined : HEARBACK_VERSION
