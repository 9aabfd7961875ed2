/** The authority of generated policies: limits, approvals, duties kept apart, and spot checks. */
import fc from "fast-check"
import { elapsedHours, hours, type Wishes } from "../../../src/testing/Build.ts"
import { type Drawn, given, one } from "./choice.ts"

/** The random choices about authority. */
export const powers = fc.record({
  ladder: one("usual", "usual", "windows", "free", "none"),
  approval: one(hours(4), elapsedHours(3)),
  unanswered: one("next-higher", "denied"),
  apart: one<readonly string[]>([], [], ["compensate", "approval"], ["regrade", "close", "waive", "extend", "explain"]),
  share: one(undefined, 0.5, 1)
})
/** The values of these choices. */
export type Powers = Drawn<typeof powers>

type Ladder = NonNullable<Wishes["limits"]>

const ladders: Readonly<Record<Powers["ladder"], Ladder | undefined>> = {
  /** The limits of the default policy. */
  usual: undefined,
  windows: [
    { role: "agent", compensate: { perDay: 9_000, perYear: 30_000 }, discount: 300, resources: 2, close: ["P3"] },
    { role: "quality", compensate: { perMonth: 12_000 }, resources: 5, waive: ["investigated", "told"], close: "all" },
    {
      role: "supervisor",
      compensate: { perCase: 20_000, perMonth: 30_000 },
      discount: 900,
      regrade: "all",
      close: "all",
      waive: ["corrected"]
    }
  ],
  free: [
    { role: "agent", compensate: { perCase: null, perDay: null, perMonth: null, perYear: null }, resources: null },
    { role: "director", discount: null, regrade: ["P0", "P1"], close: "all", waive: "all" }
  ],
  none: []
}

/** Returns the rules of authority. */
export const powerWishes = (p: Powers): Wishes => ({
  approval: { within: p.approval, unanswered: p.unanswered },
  apart: p.apart,
  ...given({
    limits: ladders[p.ladder],
    spotCheck:
      p.share === undefined
        ? undefined
        : {
            share: p.share,
            of: ["compensate", "discount", "grant", "close", "regrade", "waive", "explain", "extend", "approval"],
            by: ["quality", "supervisor"]
          }
  })
})
