/** Codes `name/…`: names that the author of a policy chose, and references to them. */

import { entry } from "../text/Entry.ts"

/** The kind of thing that a name names. */
export type NameKind =
  | "role"
  | "who"
  | "department"
  | "source"
  | "consent"
  | "fact"
  | "field"
  | "event"
  | "calendar"
  | "channel"
  | "category"
  | "question"
  | "signal"
  | "emotion"
  | "kind"
  | "dimension"
  | "level"
  | "input"
  | "gate"
  | "clock"
  | "moment"
  | "phase"
  | "exception"
  | "loop"
  | "message"
  | "placeholder"
  | "measure"
  | "duty"
  | "reason"
  | "finding"
  | "path"
  | "pack"
  | "file"
  | "person"
  | "skill"
  | "conclusion"
  | "customer"
  | "case"
  | "column"
  | "currency"
  | "time-zone"
  | "holidays"
  | "language"

/** The entries of these codes. */
export const name = {
  "name/unknown": entry<{
    kind: NameKind
    name: string
    known: ReadonlyArray<string>
    guess?: string
    /** Names that are equally near to the written one. */
    guesses?: ReadonlyArray<string>
    sure?: boolean
  }>({ level: "error", fix: ({ guess, sure }) => (guess !== undefined && sure === true ? guess : undefined) }),
  "name/unused": entry<{ kind: NameKind; name: string; guess: string }>({ level: "warning" }),
  "name/idle": entry<{ kind: NameKind; name: string }>({ level: "info" }),
  "name/mixed-scripts": entry<{
    kind: NameKind
    name: string
    letter: string
    of: "Cyrillic" | "Greek" | "full width"
    plain: string
  }>({ level: "error", fix: ({ plain }) => plain }),
  "name/look-alike": entry<{ kind: NameKind; name: string; other: string }>({ level: "warning" }),
  "name/duplicate": entry<{ kind: NameKind; name: string }>({ level: "error" }),
  "name/reserved": entry<{ name: string }>({ level: "error" }),
  "name/form": entry<{ name: string; proposal?: string }>({ level: "error" })
}
