/**
 * Keys of the units that the engine appends by itself. A key identifies its unit for good, so that a repeated append
 * stores nothing. Keys are never parsed. An arrival is named by the hash of its key, which may contain an address.
 */

/** Returns the key of the publication of a policy version, by the hash of the call's key. */
export const publication = (key: string): string => `publish:${key}`

/** Returns the key of the receipt of an arrival. */
export const receipt = (arrival: string): string => `take:${arrival}`

/** Returns the key of the command that brings an arrival to its case. */
export const landing = (arrival: string): string => `open:${arrival}`

/** Returns the key of the quarantine of an arrival; `version` is that of its stream. */
export const quarantine = (arrival: string, version: number): string => `park:${arrival}:${version}`

/** Returns the key of the unit that ends a quarantine entry whose row was taken under another key. */
export const settlement = (arrival: string, version: number): string => `settle:${arrival}:${version}`

/** Returns the key of the same arrival by another channel. */
export const repeatedArrival = (arrival: string, channel: string): string => `again:${arrival}:${channel}`

/** Returns the key of the time that is told to a due case.  Units: instants in ms since 1970. */
export const timeDue = (id: string, dueAt: number, now: number): string => `time:${id}:${dueAt}:${now}`

/** Returns the key of the time that is told to a case before it is moved to another policy version. */
export const timeBeforeMove = (id: string, move: string): string => `time:${id}:${move}`

/** Returns the key of the move of a case to another policy version. */
export const policyMove = (move: string, id: string): string => `move:${move}:${id}`

/** Returns the key of a command from the outbox. */
export const outboxCommand = (message: string): string => `out:${message}`

/**
 * Returns the key of the report to a case about its message, with the hash of the channel's words, since a further
 * attempt may give others.
 */
export const deliveryReport = (message: string, outcome: "delivered" | "bounced", said: string): string =>
  `out:${message}:${outcome}:${said}`

/** Returns the key of a survey after an event of the host. */
export const eventSurvey = (event: string, channel: string): string => `${event}:${channel}`

/** Returns the key of a survey at the beginning of a period. */
export const periodSurvey = (channel: string, period: string, customer: string): string =>
  `round:${channel}:${period}:${customer}`

/** Returns the key of the end of a customer's surveys at their erasure. */
export const surveyErasure = (erasure: string): string => `${erasure}:asked`

/** Returns the key of the erasure of a customer on one case. */
export const caseErasure = (erasure: string, id: string, customer: string): string => `${erasure}:${id}:${customer}`
