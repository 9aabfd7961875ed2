/** Timers: clocks of the case that act when their time is up. This module alone makes the names of their clocks. */

/** What a timer waits for. */
export type Timer =
  | { readonly _tag: "TakeUp" }
  | { readonly _tag: "Handover"; readonly offer: string }
  | { readonly _tag: "OnCall"; readonly call: string }
  /** The owner's shift. */
  | { readonly _tag: "Shift" }
  /** What a department owes; it can be missed and is met by the answer. */
  | { readonly _tag: "Part"; readonly department: string }
  | { readonly _tag: "Approval"; readonly approval: string }
  | { readonly _tag: "Silence"; readonly gate: string }
  | { readonly _tag: "Observation"; readonly gate: string }
  | { readonly _tag: "Door"; readonly gate: string }
  /** How long a person's category or grade stays. */
  | { readonly _tag: "Override"; readonly of: string }
  | { readonly _tag: "Later"; readonly gate: string }
  /** What the owner of a planned action owes, by its number; it can be missed and is met when the action is done. */
  | { readonly _tag: "Action"; readonly gate: string; readonly action: number }
  /** How long the record is kept. */
  | { readonly _tag: "Retention" }

/** Returns the name of the clock of a timer. */
export const clockName = (timer: Timer): string => {
  switch (timer._tag) {
    case "TakeUp":
      return "take-up"
    case "Handover":
      return `handover:${timer.offer}`
    case "OnCall":
      return `on-call:${timer.call}`
    case "Shift":
      return "shift"
    case "Part":
      return `part:${timer.department}`
    case "Approval":
      return `approval:${timer.approval}`
    case "Silence":
      return `silence:${timer.gate}`
    case "Observation":
      return `observe:${timer.gate}`
    case "Door":
      return `door:${timer.gate}`
    case "Override":
      return `override:${timer.of}`
    case "Later":
      return `later:${timer.gate}`
    case "Action":
      return `action:${timer.gate}.${timer.action}`
    case "Retention":
      return "retention"
  }
}

const plain: ReadonlyMap<string, Timer> = new Map<string, Timer>([
  ["take-up", { _tag: "TakeUp" }],
  ["shift", { _tag: "Shift" }],
  ["retention", { _tag: "Retention" }]
])

const prefixed: ReadonlyMap<string, (rest: string) => Timer> = new Map<string, (rest: string) => Timer>([
  ["handover", (offer) => ({ _tag: "Handover", offer })],
  ["on-call", (call) => ({ _tag: "OnCall", call })],
  ["part", (department) => ({ _tag: "Part", department })],
  ["approval", (approval) => ({ _tag: "Approval", approval })],
  ["silence", (gate) => ({ _tag: "Silence", gate })],
  ["observe", (gate) => ({ _tag: "Observation", gate })],
  ["door", (gate) => ({ _tag: "Door", gate })],
  ["override", (of) => ({ _tag: "Override", of })],
  ["later", (gate) => ({ _tag: "Later", gate })],
  ["action", (rest) => action(rest, rest.lastIndexOf("."))]
])

const action = (rest: string, dot: number): Timer => ({
  _tag: "Action",
  gate: rest.slice(0, dot),
  action: Number(rest.slice(dot + 1))
})

/**
 * Returns the timer whose clock has this name; undefined for a promise. Used for sentences only, since most events of a
 * clock record the name alone. Decisions read the timer from the clock's state.
 */
export const timerNamed = (clock: string): Timer | undefined => {
  const colon = clock.indexOf(":")
  return colon < 0 ? plain.get(clock) : prefixed.get(clock.slice(0, colon))?.(clock.slice(colon + 1))
}
