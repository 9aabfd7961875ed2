/** Reads the target of a verb: a case, or a gate or clock of one. */
import { Arguments } from "@hearback/core"
import { diagnose } from "../diagnostic/Diagnostic.ts"
import { unknownName } from "../diagnostic/UnknownWords.ts"
import { wordOf } from "../people/Context.ts"
import { isList, type Node } from "../source/Node.ts"
import { type Span, span } from "../source/SourceFile.ts"
import { type ScenarioContext, wrongType } from "./Context.ts"

/** The target of a step's verb. */
export interface ScenarioTarget {
  readonly case: string
  readonly gate?: string
  readonly clock?: string
  readonly event?: string
  readonly span: Span
}

const argumentsOf: Readonly<Record<string, Readonly<Record<string, Arguments.CommandArgument>>>> = Arguments.commands

/** For each verb, what follows the case in its target, and whether it is required. */
const behind = (verb: string): { readonly kind: "gate" | "clock" | "event"; readonly must: boolean } | undefined => {
  if (verb === "settle") return { kind: "gate", must: true }
  if (verb === "extend") return { kind: "clock", must: true }
  if (verb === "event") return { kind: "event", must: true }
  const gate = argumentsOf[verb]?.["gate"]
  return gate === undefined ? undefined : { kind: "gate", must: gate.required }
}

/** Returns the target of a verb, and adds a finding if its case was not submitted before. */
export const targetOf = (context: ScenarioContext, verb: string, node: Node): ScenarioTarget | undefined => {
  const text = wordOf(node)?.trim()
  if (isList(node) || text === undefined) return wrongType(context, node, verb, (t) => t.thing.caseOrGate)
  const name = [...context.cases]
    .filter((each) => text === each || text.startsWith(`${each}.`))
    .sort((a, b) => b.length - a.length)[0]
  if (name === undefined) {
    context.told.push(diagnose("scenario/unknown-case", { name: text.split(".")[0] ?? text }, node.span))
    return undefined
  }
  const part = text.slice(name.length + 1)
  const at = span(node.span.file, node.span.start + name.length + 1, node.span.end)
  const second = behind(verb)
  if (part === "" && second?.must === true) {
    const argument = `${name}.…`
    context.told.push(diagnose("scenario/missing-argument", { verb, argument }, node.span))
    return undefined
  }
  if (part === "") return { case: name, span: node.span }
  if (second === undefined) return wrongType(context, node, verb, (t) => t.thing.caseAlone)
  const { kind } = second
  const names = kind === "clock" ? context.clocks : kind === "event" ? context.bundle.events : context.gates
  if (names.includes(part)) return { case: name, [kind]: part, span: node.span }
  context.told.push(unknownName(kind, part, names, at))
  return undefined
}
