import { entry } from "../text/Entry.ts"

/** `proposal` is the same value, written right; only where there is no doubt. */
export interface BadValue {
  readonly found: string
  readonly proposal?: string
}

/** `turned` are the same hours, begun with their end; `is` says when they are, and so what is wrong with it. */
export interface TurnedHours {
  readonly found: string
  readonly turned: string
  readonly from: string
  readonly to: string
  readonly is: "overnight" | "daytime"
}

const bad = entry<BadValue>({ level: "error", fix: ({ proposal }) => proposal })

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
