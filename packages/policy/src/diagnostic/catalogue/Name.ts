/** `name/…`: names that the owner of a policy gives, and what refers to them. */

import { entry } from "../text/Entry.ts"

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

export const name = {
  "name/unknown": entry<{
    kind: NameKind
    name: string
    known: ReadonlyArray<string>
    guess?: string
    /** Several that may be meant, none of them more than the others. */
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
