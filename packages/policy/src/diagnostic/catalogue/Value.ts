import { entry } from "../text/Entry.ts"

/** A value that cannot be read. `proposal` is the same value, written correctly, if that is certain. */
export interface BadValue {
  readonly found: string
  readonly proposal?: string
}

/**
 * Hours whose end comes before their start. `turned` are the hours with both exchanged; `is` says how people mean
 * such hours, which shows the fault.
 */
export interface TurnedHours {
  readonly found: string
  readonly turned: string
  readonly from: string
  readonly to: string
  readonly is: "overnight" | "daytime"
}

const bad = entry<BadValue>({ level: "error", fix: ({ proposal }) => proposal })

/** The entries of the codes `value/…`. */
export const value = {
  "value/bad-length": bad,
  "value/bad-point": bad,
  "value/bad-hours": bad,
  "value/hours-turned": entry<TurnedHours>({ level: "warning" }),
  "value/implausible": entry<{ key: string; found: string; bound: string; is: "less" | "more" }>({ level: "warning" }),
  "value/bad-date": bad,
  "value/bad-money": bad,
  "value/no-currency": entry({ level: "error" }),
  "value/other-currency": entry<{ found: string; currency: string }>({ level: "error" }),
  "value/bad-share": bad
}
