/** Waits for somebody else: how often they came before a gate was passed, and how long they lasted. */
import type { Policy } from "@hearback/core"
import type { WorkModel } from "@hearback/simulation"
import type { RecordedCase, RecordedMoment } from "../record/RecordedCase.ts"
import { empirical, half } from "./Empirical.ts"
import { type EstimatedPart, fewest } from "./EstimatedInputs.ts"
import { grouped } from "./Groups.ts"

type Pause = NonNullable<WorkModel["pauses"]>[number]

interface Wait {
  readonly reason: string
  readonly gate: string
  readonly lasted: number
}

/** Returns the waits that the policy knows; one with no gate after it belongs to no work. */
export const pausesOf = (
  cases: readonly RecordedCase[],
  { bundle }: Policy.Policy
): EstimatedPart<readonly Pause[]> => {
  const reasons = new Set(bundle.clocks.flatMap(({ pause }) => Object.keys(pause)))
  const passed = grouped(
    cases.flatMap(({ moments }) => moments.flatMap(({ what }) => (what._tag === "GatePassed" ? [what.gate] : []))),
    (gate) => gate
  )
  const waits = cases.flatMap(({ moments }) => waitsIn(moments)).filter(({ reason }) => reasons.has(reason))
  const places = [...grouped(waits, ({ reason, gate }) => `${reason} ${gate}`).values()].filter(
    (all) => all.length >= fewest
  )
  const lengthsOf = (all: readonly Wait[]): readonly number[] => all.map(({ lasted }) => lasted)
  return {
    part: places.flatMap((all): readonly Pause[] => {
      const [first] = all
      if (first === undefined) return []
      const { reason, gate } = first
      const share = Math.min(1, all.length / (passed.get(gate)?.length ?? all.length))
      return [{ reason, share, lasts: empirical(lengthsOf(all)), gates: [gate] }]
    }),
    estimated: [...grouped(places.flat(), ({ reason }) => reason)].map(([reason, all]) => ({
      of: "pause",
      reason,
      count: all.length,
      half: half(lengthsOf(all))
    })),
    assumed: []
  }
}

const waitsIn = (moments: readonly RecordedMoment[]): readonly Wait[] => {
  const found: Wait[] = []
  const ended: { readonly reason: string; readonly lasted: number }[] = []
  let since: { readonly at: number; readonly reason: string } | undefined
  for (const { at, what } of moments) {
    const ends = what._tag === "Paused" || what._tag === "Resumed" || what._tag === "GatePassed"
    if (ends && since !== undefined) {
      ended.push({ reason: since.reason, lasted: at - since.at })
      since = undefined
    }
    if (what._tag === "Paused") since = { at, reason: what.reason }
    if (what._tag !== "GatePassed") continue
    for (const one of ended.splice(0)) found.push({ ...one, gate: what.gate })
  }
  return found
}
