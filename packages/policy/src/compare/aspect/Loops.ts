/** Which loop a case goes through, and how it opens again or ends early. */
import type { Bundle, Varying } from "../../bundle/Bundle.ts"
import { type Decision, firstOf } from "../table/Decision.ts"
import type { Weight } from "../table/Difference.ts"
import { cellsOf, type Side } from "../table/Joint.ts"
import { type About, compareValues, type Findings, other, tell, tellChanges } from "../value/Values.ts"
import { byKey, fewer, later, turned } from "../value/Weigh.ts"

export const compareLoops = (found: Findings): void => {
  const { bundles, joint } = { bundles: found.joint.bundles, joint: found.joint }
  const [before, after] = bundles
  const choice: About = { aspect: "loop", of: "", at: ["loops", "loops"], weigh: ofChoice }
  const chosen = (side: Side): Decision => firstOf(joint, side, choiceOf(bundles[side]))
  tellChanges(found, choice, "when", chosen(0), chosen(1))
  for (const name of new Set([...before.loops, ...after.loops].map((loop) => loop.name))) {
    const [one, two] = [before, after].map(({ loops }) => loops.find((loop) => loop.name === name))
    const about: About = { aspect: "loop", of: name, at: [one?.path, two?.path], weigh: ofReopening }
    if (one === undefined || two === undefined) {
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
    compareValues(found, { aspect: "loop", of: name, at: [one?.path, two?.path], weigh: other, told: toldOf }, one, two)
  }
}

const toldOf = (key: string) => (key === "tell" ? ("message" as const) : undefined)

/** Which of two loops asks for more depends on the case. */
const ofChoice = (_: string, before: unknown, after: unknown): Weight =>
  after === undefined ? "weaker" : before === undefined ? "stronger" : "perhaps-weaker"

/** A window in which a customer may have a case opened again is something they are owed. */
const ofReopening = (key: string, before: unknown, after: unknown) =>
  byKey({ within: turned(later), reopen: fewer })(key.endsWith(".within") ? "within" : key, before, after)

/** Exactly one loop fits: the loops are rows of one table. */
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
