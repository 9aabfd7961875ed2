/** A corrective or preventive action of a step. */
import type { Command } from "@hearback/core"
import { Instant } from "@hearback/core"
import { diagnose } from "../diagnostic/Diagnostic.ts"
import { known, sentenceOf, wordOf } from "../people/Desk.ts"
import { get, isMap, type Node } from "../source/Node.ts"
import { type ScenarioDesk, wrongType } from "./Desk.ts"

/** Reads an action. */
export const planOf = (desk: ScenarioDesk, node: Node): Command.PlannedAction => {
  if (!isMap(node)) wrongType(desk, node, "actions", "a map", "映射")
  const owner = known(desk, "person", get(node, "owner"), desk.people)
  const due = get(node, "due")
  const day = wordOf(due)?.trim()
  if (due !== undefined && day !== undefined && Instant.parseDate(day) === undefined)
    desk.told.push(diagnose("value/bad-date", { found: day }, due.span))
  const texts = { metric: sentenceOf(get(node, "metric")), target: sentenceOf(get(node, "target")), owner, due: day }
  const given = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined))
  return { what: sentenceOf(get(node, "what")) ?? "", ...given }
}
