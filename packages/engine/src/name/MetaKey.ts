/** The names of the values that the engine keeps with the record of a tenant. */

/** The name of the content hashes of all stored versions. */
export const policyVersions = "policy:versions"

/** The name of the instant when background work was last done.  Units of the value: ms since 1970. */
export const lastTick = "tick:last"

/** Returns the name of the position up to which a consumer has handled events. */
export const consumer = (name: string): string => `consumer:${name}`

/** Returns the name of the bundle of a policy version. */
export const bundle = (content: string): string => `bundle:${content}`

/** Returns the name of the calendars with a hash. */
export const calendars = (hash: string): string => `calendars:${hash}`

/** Returns the name of the instant when a person last got a notice.  Units of the value: ms since 1970. */
export const lastNotice = (person: string): string => `digest:${person}`

/** Returns the name of the period for which a channel last asked everybody. */
export const lastSurvey = (channel: string): string => `asked:${channel}`

/** Returns the name of the period for which a routine last opened a case. */
export const lastRoutine = (channel: string): string => `routine:${channel}`

/** Returns the name of a signed checkpoint, by its signature. */
export const checkpoint = (signature: string): string => `checkpoint:${signature}`

/** The name of the last checkpoint's signature. If the key file has one as well, that one counts. */
export const lastCheckpoint = "checkpoint:last"
