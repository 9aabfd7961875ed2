/** What a verb names: a case, or a gate or clock of one. */
import { diagnose } from "../diagnostic/Diagnostic.ts"
import { unknownName } from "../diagnostic/Unknown.ts"
import { wordOf } from "../people/Context.ts"
import { isList, type Node } from "../source/Node.ts"
import { type Span, span } from "../source/SourceFile.ts"
import { type ScenarioContext, wrongType } from "./Context.ts"

export interface Target {
  readonly case: string
  readonly gate?: string
  readonly clock?: string
  readonly event?: string
  readonly span: Span
}

/** Verbs that name a gate with the case; of the others only these may. */
const ofGates = ["pass", "sign", "explain", "waive", "settle"]
const mayNameGate = ["reply", "act-done"]

/** Returns what a verb names, with the case submitted before. */
export const targetOf = (context: ScenarioContext, verb: string, node: Node): Target | undefined => {
  const text = wordOf(node)?.trim()
  if (isList(node) || text === undefined)
    return wrongType(context, node, verb, "one case, or a case and a gate", "一个案件，或案件与关口")
  const name = [...context.cases]
    .filter((each) => text === each || text.startsWith(`${each}.`))
    .sort((a, b) => b.length - a.length)[0]
  if (name === undefined) {
    context.told.push(diagnose("scenario/unknown-case", { name: text.split(".")[0] ?? text }, node.span))
    return undefined
  }
  const part = text.slice(name.length + 1)
  const asksGate = ofGates.includes(verb) || mayNameGate.includes(verb)
  const at = span(node.span.file, node.span.start + name.length + 1, node.span.end)
  if (part === "" && (ofGates.includes(verb) || verb === "extend" || verb === "event")) {
    const argument = `${name}.…`
    context.told.push(diagnose("scenario/missing-argument", { verb, argument }, node.span))
    return undefined
  }
  if (part === "") return { case: name, span: node.span }
  const kind = verb === "extend" ? "clock" : verb === "event" ? "event" : "gate"
  const names =
    kind === "clock" ? context.clocks : kind === "event" ? context.bundle.events : asksGate ? context.gates : []
  if (names.includes(part)) return { case: name, [kind]: part, span: node.span }
  context.told.push(unknownName(kind, part, names, at))
  return undefined
}
