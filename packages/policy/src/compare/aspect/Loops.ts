/** Compares which loop a case takes, and how it reopens or ends early. */
import type { Bundle, Varying } from "../../bundle/Bundle.ts"
import { firstOf, type TableDecision } from "../table/Decision.ts"
import type { Weight } from "../table/Difference.ts"
import { cellsOf, type JointSide } from "../table/Joint.ts"
import { appears, byKey, comes, fewer, larger, later, more, turned, type Weigh } from "../value/ChangeWeight.ts"
import { type ComparisonFindings, compareValues, tell, tellChanges, type ValueAspect } from "../value/Values.ts"

/** Compares the loops of two policies. */
export const compareLoops = (found: ComparisonFindings): void => {
  const { bundles, joint } = { bundles: found.joint.bundles, joint: found.joint }
  const [before, after] = bundles
  const choice: ValueAspect = { aspect: "loop", of: "", at: ["loops", "loops"], weigh: ofChoice }
  const chosen = (side: JointSide): TableDecision => firstOf(joint, side, choiceOf(bundles[side]))
  tellChanges(found, choice, "when", chosen(0), chosen(1))
  // An added or removed loop is reported through the cases that take it.
  const isChosen = (name: string): boolean =>
    found.drafts.some((draft) => draft.aspect === "loop" && (draft.before === name || draft.after === name))
  for (const name of new Set([...before.loops, ...after.loops].map((loop) => loop.name))) {
    const [one, two] = [before, after].map(({ loops }) => loops.find((loop) => loop.name === name))
    const about: ValueAspect = { aspect: "loop", of: name, at: [one?.path, two?.path], weigh: ofReopening }
    if (one === undefined || two === undefined) {
      if (isChosen(name)) continue
      tell(found, about, "loop", one && name, two && name, {
        rules: [one?.path, two?.path],
        weight: two === undefined ? "weaker" : "stronger"
      })
      continue
    }
    compareValues(found, about, { reopen: one.reopen }, { reopen: two.reopen })
  }
  for (const name of new Set([...before.endings, ...after.endings].map((ending) => ending.name))) {
    const [one, two] = [before, after].map(({ endings }) => endings.find((ending) => ending.name === name))
    const about: ValueAspect = { aspect: "loop", of: name, at: [one?.path, two?.path], weigh: ofEnding, told: toldOf }
    if (one === undefined || two === undefined) tell(found, about, "ending", one, two, { rules: about.at })
    else compareValues(found, about, one, two)
  }
}

const toldOf = (key: string) => (key === "tell" ? ("message" as const) : undefined)

/** Weighs a change of loop as undecided: which loop demands more depends on the case. */
const ofChoice = (_: string, before: unknown, after: unknown): Weight =>
  after === undefined ? "weaker" : before === undefined ? "stronger" : "perhaps-weaker"

/** Weighs a window for reopening as a right of the customer. */
const ofReopening = (key: string, before: unknown, after: unknown) =>
  byKey({ within: turned(later), "at-most": ofTimes, reopen: fewer })(
    ["within", "at-most"].find((each) => key.endsWith(`.${each}`)) ?? key,
    before,
    after
  )

/** Weighs the number of reopenings. Without a number, a case may be reopened any number of times. */
const ofTimes: Weigh = (before, after) => larger(after ?? null, before ?? null)

/** Weighs an early ending: gates that are still open are then not demanded. */
const ofEnding = byKey({ ending: appears, by: more, fields: fewer, closes: comes("both-loops") })

/** Returns the choice of a loop as one table, because exactly one loop fits. */
const choiceOf = ({ loops }: Bundle): Varying<string> => {
  const slots = [...new Set(loops.flatMap(({ when }) => when.table.slots))]
  const entries = loops.flatMap(({ name, when, path }) =>
    cellsOf(when.table).map((cells) => ({
      name,
      row: { cells: slots.map((slot) => cells.get(slot) ?? null), rule: when.rule || path }
    }))
  )
  return { table: { id: "loops", slots, rows: entries.map(({ row }) => row) }, values: entries.map(({ name }) => name) }
}
