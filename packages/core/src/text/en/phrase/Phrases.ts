/** Small phrases that lines share, and what timers wait for. */

export const phrase = {
  channel: (name: string) => `channel ${name}`,
  department: (name: string) => `department ${name}`,
  noDue: "no deadline",
  /** A message of the owner's own. */
  message: (name: string) => `message “${name}”`,
  nothingChanged: "nothing changed",
  /** What a step asks for where that is more than was commanded: passing the last gate asks for the close. */
  exceeds: (verb: string, limit: string) => `to ${verb} is ${limit}`,
  preventionFailed: (id: string) => `prevention failed in ${id}`,
  /** Says who entered a word of the customer's. */
  onBehalf: (who: string) => `, entered by ${who} on the customer's behalf`
}

export const wait = {
  takeUp: "taking up the case",
  handover: "accepting the handover",
  onCall: "taking over on call",
  shift: "the end of the owner's shift",
  part: (department: string) => `the part of department ${department}`,
  approval: "the decision on the request",
  action: (gate: string, number: number) => `action ${number} of ${gate}`,
  silence: (gate: string) => `the customer's answer to ${gate}`,
  retention: "deletion of the record",
  observation: (gate: string) => `the observation period of ${gate}`
}

/** What a request for approval is for; `duty`: the act as a thing. */
export const request = {
  regrade: (duty: string, level: string) => `${duty} to ${level}`,
  waive: (duty: string, gate: string) => `${duty} of ${gate}`,
  extend: (duty: string, clock: string, until: string | undefined) =>
    `${duty} of ${clock}${until === undefined ? "" : ` until ${until}`}`
}

/** What may be answered to a question of a survey. */
export const question = {
  yesNo: "yes/no",
  scale: (from: number, to: number) => `${from} to ${to}`,
  several: "several, or none",
  skip: "or `skip`"
}
