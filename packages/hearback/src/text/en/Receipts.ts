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
    ? "`key` is no field of the feedback but stands beside it: `submit(feedback, { key })`"
    : kind === "unknown"
      ? `feedback has no field \`${field}\`${guess === undefined ? "" : `; did you mean \`${guess}\`?`}`
      : `\`${field}\` of the feedback has to be ${expected[kind] ?? kind}`

const inTheFuture: Why = ([at = ""]) => `it says that it came at ${at}, which lies in the future`
const reused: Why = ([key = ""]) => `its key \`${key}\` came before with other content`
const unknownChannel: Why = (_, { channel = "" }) => `the policy has no channel \`${String(channel)}\``
const notYours: Why = ([field = ""]) => `whoever hands it in may not say \`${field}\``
const failed: Why = (rest) => `the engine failed (${rest.join(" ")})`
const outage: Why = (rest) => `an adapter failed (${rest.join(" ")})`
const unread: Why = (rest) => `the case that it is for cannot be read (${rest.join(" ")})`

export const receipt = {
  /** Reasons of the intake's own; those of the core have their sentences there. */
  why: {
    "intake/shape": shape,
    "intake/in-the-future": inTheFuture,
    "key/reused": reused,
    "row/unreadable": withMore("the row cannot be read"),
    "row/columns": withMore("the row has another number of columns than the head"),
    "row/told-twice": withMore("one thing stands in the row twice, and differently"),
    "row/no-instant": withMore("what stands for `received` is no instant"),
    "row/no-number": withMore("what stands for `score` is no number"),
    "row/too-long": "the row is longer than a row may be",
    "row/not-utf-8": "the row is not UTF-8",
    "row/not-decoded": withMore("the row is no text in the encoding of its file"),
    "intake/unreadable": "it cannot be read",
    "intake/unknown-channel": unknownChannel,
    "intake/not-yours": notYours,
    "intake/failed": failed,
    "intake/outage": outage,
    "intake/unread": unread,
    "intake/left": "the caller left before it was decided on"
  },
  case: (outcome: "opened" | "joined", id: string, who: string, replayed: boolean) =>
    `${replayed ? "taken in before: " : ""}${outcome === "opened" ? `case ${id} is open` : `it belongs to case ${id}`}; ${who} is handling it`,
  stored: (why: string) => `it is stored, and no case is open yet: ${why}; the next tick goes on with it`,
  waits: (why: string, id: string) => `no case yet: ${why}; it waits in quarantine as ${id}`
}
