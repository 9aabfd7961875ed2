/** Reads an action (corrective or preventive) of a step. */
import type { Command } from "@hearback/core"
import { Instant } from "@hearback/core"
import { diagnose } from "../diagnostic/Diagnostic.ts"
import { known, sentenceOf, wordOf } from "../people/Context.ts"
import { get, isMap, type Node } from "../source/Node.ts"
import { type ScenarioContext, wrongType } from "./Context.ts"

/** Reads an action. */
export const planOf = (context: ScenarioContext, node: Node): Command.PlannedAction => {
  if (!isMap(node)) wrongType(context, node, "actions", (t) => t.thing.map)
  const owner = known(context, "person", get(node, "owner"), context.people)
  const due = get(node, "due")
  const day = wordOf(due)?.trim()
  if (due !== undefined && day !== undefined && Instant.parseDate(day) === undefined)
    context.told.push(diagnose("value/bad-date", { found: day }, due.span))
  const texts = { metric: sentenceOf(get(node, "metric")), target: sentenceOf(get(node, "target")), owner, due: day }
  const given = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined))
  return { what: sentenceOf(get(node, "what")) ?? "", ...given }
}
