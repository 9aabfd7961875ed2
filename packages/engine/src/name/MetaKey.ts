/** Names of the values that the engine keeps with the record of a tenant. */

/** Content hashes of all versions that the store has. */
export const policyVersions = "policy:versions"

/** When background work was last done.  Units: ms since 1970. */
export const lastTick = "tick:last"

/** Position up to which a consumer has handled the events. */
export const consumer = (name: string): string => `consumer:${name}`

/** The key of the stored bundle of a policy version. */
export const bundle = (content: string): string => `bundle:${content}`

/** The calendars of a bundle. */
export const calendars = (hash: string): string => `calendars:${hash}`

/** When a person was last sent a notice.  Units: ms since 1970. */
export const lastNotice = (person: string): string => `digest:${person}`

/** The period for which everybody was last asked by a channel. */
export const lastSurvey = (channel: string): string => `asked:${channel}`

/** The period for which a case was last opened by a routine. */
export const lastRoutine = (channel: string): string => `routine:${channel}`

/** A signed checkpoint of the record, by its signature. */
export const checkpoint = (signature: string): string => `checkpoint:${signature}`

/** The signature of the checkpoint that was signed last; where it stands in the key file as well, that one counts. */
export const lastCheckpoint = "checkpoint:last"
