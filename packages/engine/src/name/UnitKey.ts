/**
 * Keys of the units that the engine appends on its own account. A key names its unit for good, so that a repeated append
 * stores nothing. Keys are never read back. An arrival is named by the hash of its key, since that may be an address.
 */

/** The publication of a version of the policy, by the hash of its key. */
export const publication = (key: string): string => `publish:${key}`

/** The receipt of an arrival. */
export const receipt = (arrival: string): string => `take:${arrival}`

/** The key of the command that takes an arrival to its case. */
export const landing = (arrival: string): string => `open:${arrival}`

/** The quarantine of an arrival; `version` is that of its stream. */
export const quarantine = (arrival: string, version: number): string => `park:${arrival}:${version}`

/** The key of the unit that ends a quarantine entry whose row was taken in under another key. */
export const settlement = (arrival: string, version: number): string => `settle:${arrival}:${version}`

/** The key of the same arrival by another channel. */
export const repeatedArrival = (arrival: string, channel: string): string => `again:${arrival}:${channel}`

/** Time told to a case that is due.  Units: instants in ms since 1970. */
export const timeDue = (id: string, dueAt: number, now: number): string => `time:${id}:${dueAt}:${now}`

/** Time told to a case before it is moved to another version of the policy. */
export const timeBeforeMove = (id: string, move: string): string => `time:${id}:${move}`

/** The move of a case to another version of the policy. */
export const policyMove = (move: string, id: string): string => `move:${move}:${id}`

/** A command from the outbox. */
export const outboxCommand = (message: string): string => `out:${message}`

/**
 * Word to a case of what became of its message, by the hash of what the channel said: sent again, it may say other
 * things.
 */
export const deliveryReport = (message: string, outcome: "delivered" | "bounced", said: string): string =>
  `out:${message}:${outcome}:${said}`

/** A survey after an event of the host's. */
export const eventSurvey = (event: string, channel: string): string => `${event}:${channel}`

/** A survey at the beginning of a period. */
export const periodSurvey = (channel: string, period: string, customer: string): string =>
  `round:${channel}:${period}:${customer}`

/** The end of a customer's surveys when they are erased. */
export const surveyErasure = (erasure: string): string => `${erasure}:asked`

/** The erasure of a customer on one case. */
export const caseErasure = (erasure: string, id: string, customer: string): string => `${erasure}:${id}:${customer}`
