/** What a receipt says: the case, or why there is none yet. */
import type { Refusal } from "@hearback/core"

type Why = (rest: readonly string[], says: Refusal.Says) => string

const expected: Readonly<Record<string, string>> = {
  text: "a text",
  texts: "a text or a list of texts",
  number: "a number",
  instant: "a Date, or a text with its offset such as 2026-11-20T09:00+08:00",
  instants: "an object of the instants `answered` and `closed`",
  map: "an object",
  name: "a name without control or broken characters",
  "yes-no": "true or false",
  facts: "a map of texts, numbers and yes or no"
}

/** The sentence, with what was found. */
const withMore =
  (sentence: string): Why =>
  (more) =>
    more.length === 0 ? sentence : `${sentence} (${more.join(" ")})`

const shape: Why = ([field = "", kind = "", guess]) =>
  field === "key" && kind === "unknown"
    ? "`key` is not a field of the feedback; it is a separate option: `submit(feedback, { key })`"
    : kind === "unknown"
      ? `feedback has no field \`${field}\`${guess === undefined ? "" : `; did you mean \`${guess}\`?`}`
      : `\`${field}\` of the feedback must be ${expected[kind] ?? kind}`

const inTheFuture: Why = ([at = ""]) => `its time of receipt, ${at}, is in the future`
const reused: Why = ([key = ""]) => `its key \`${key}\` was used before with other content`
const unknownChannel: Why = (_, { channel = "" }) => `the policy has no channel \`${String(channel)}\``
const notYours: Why = ([field = ""]) => `whoever submits it may not set \`${field}\``
const failed: Why = (rest) => `the engine failed (${rest.join(" ")})`
const outage: Why = (rest) => `an adapter failed (${rest.join(" ")})`
const unread: Why = (rest) => `the case it belongs to cannot be read (${rest.join(" ")})`

export const receipt = {
  /** Reasons of the intake's own; those of the core have their sentences there. */
  why: {
    "intake/shape": shape,
    "intake/in-the-future": inTheFuture,
    "key/reused": reused,
    "row/unreadable": withMore("the row cannot be read"),
    "row/columns": withMore("the row has a different number of columns from the header"),
    "row/told-twice": withMore("the row gives one value twice, and differently"),
    "row/no-instant": withMore("the value of `received` is not a date and time"),
    "row/no-number": withMore("the value of `score` is not a number"),
    "row/too-long": "the row is longer than a row may be",
    "row/not-utf-8": "the row is not UTF-8",
    "row/not-decoded": withMore("the row is not text in the encoding of its file"),
    "intake/unreadable": "it cannot be read",
    "intake/unknown-channel": unknownChannel,
    "intake/not-yours": notYours,
    "intake/failed": failed,
    "intake/outage": outage,
    "intake/unread": unread,
    "intake/left": "the caller cancelled before it was decided"
  },
  case: (outcome: "opened" | "joined", id: string, who: string, replayed: boolean) =>
    `${replayed ? "already received: " : ""}${outcome === "opened" ? `case ${id} is open` : `it belongs to case ${id}`}; ${who} is handling it`,
  stored: (why: string) => `it is stored, but no case is open yet: ${why}; the next tick continues with it`,
  waits: (why: string, id: string) => `no case yet: ${why}; it is in quarantine as ${id}`
}
