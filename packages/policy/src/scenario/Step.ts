/** Reads one step: its instant, its actor, its single verb, and its expectations. */
import { Arguments, Bundle, defined } from "@hearback/core"
import { diagnose } from "../diagnostic/Diagnostic.ts"
import { guessed, unknownName } from "../diagnostic/UnknownWords.ts"
import { known, knownAll, stretchOf, wordOf } from "../people/Context.ts"
import { entriesOf, entryOf, get, isMap, type MapEntry, type MapNode, type Node } from "../source/Node.ts"
import type { TranslatedText } from "../text/shape/TranslatedText.ts"
import { said, same } from "../text/TranslatedTexts.ts"
import { stepKey } from "../translation/StepWords.ts"
import { commandOf } from "./Command.ts"
import { type ScenarioContext, spotOf, writtenOf, wrongType } from "./Context.ts"
import { besideCases, expectationsOf } from "./Expectations.ts"
import { momentOf } from "./Moment.ts"
import type { Act, By, ScenarioAct } from "./Scenario.ts"
import { submittedOf } from "./Submission.ts"
import { targetOf } from "./Target.ts"

const verbs: readonly string[] = [
  "submit",
  ...Object.keys(Arguments.commands),
  "opt-out",
  "opt-in",
  "delegate",
  "settle"
]

/** Verbs whose actor is the customer unless the step names another. */
const theirs = ["write", "reply", "answer", "withdraw"]
/** Verbs that can open a case, whose name `into` gives. So can a step without a verb, if a case opens by itself. */
const opening = ["write", "reply", "split"]
/** Verbs whose actor is a system if the step names nobody. */
const reported = ["note", "pause", "resume", "act-done", "set", "event"]

/** Reads a step that follows one at `before`; undefined if it cannot be run. */
export const stepOf = (context: ScenarioContext, node: Node, before: number | undefined): ScenarioAct | undefined => {
  if (!isMap(node)) return wrongType(context, node, "steps", (t) => t.thing.step)
  const told = context.told.length
  const atNode = get(node, "at")
  const at = momentOf(context, atNode, before)
  const found = node.entries.filter(({ key }) => verbs.includes(key.text))
  const [verb, second] = found
  if (second !== undefined)
    context.told.push(diagnose("scenario/two-verbs", { verbs: found.map(({ key }) => key.text) }, second.key.span))
  // Two verbs are one fault, because the words of the second are no arguments of the first.
  const act =
    second !== undefined ? undefined : verb === undefined ? timeOf(context, node) : actOf(context, verb, node, at)
  const expect = expectationsOf(context, entryOf(node, "expect"))
  const first = verb?.key.span ?? entryOf(node, "at")?.key.span ?? node.span
  if (at === undefined || act === undefined || context.told.slice(told).some(({ level }) => level === "error"))
    return undefined
  const says = verb === undefined ? same("") : saysOf(verb)
  return { at, place: spotOf(first), says, act, expect }
}

const saysOf = ({ key, value }: MapEntry): TranslatedText => {
  const called = stepKey(key.text)
  const named = writtenOf(value)
  return said((_, language) => `${called[Bundle.keyLanguageOf(language)]} ${named}`)
}

/**
 * Reads a step without a verb, which lets time pass. An unknown key was probably meant as the verb, so only that is
 * reported.
 */
const timeOf = (context: ScenarioContext, step: MapNode): Act | undefined => {
  const slips = step.entries.filter(({ key }) => context.unknownKeys.has(key.span.start))
  if (slips.length > 0) {
    for (const { key, value } of slips) {
      context.told.push(...[context.unknownKeys.get(key.span.start)].flatMap((told) => told ?? []))
      // The step may have opened the case that later steps name.
      context.cases.add(wordOf(value)?.trim() ?? "")
    }
    return undefined
  }
  for (const { key } of step.entries) {
    if (["at", "expect", "into"].includes(key.text)) continue
    const allowed = ["at", "expect", "into", ...verbs]
    context.told.push(
      diagnose(
        "shape/unknown-word",
        { word: key.text, where: "a step without a verb", allowed, ...guessed(key.text, allowed) },
        key.span
      )
    )
  }
  const opens = wordOf(get(step, "into"))?.trim()
  if (opens !== undefined) context.cases.add(opens)
  return defined({ _tag: "Time", opens })
}

const actOf = (
  context: ScenarioContext,
  { key, value }: MapEntry,
  step: MapNode,
  at: number | undefined
): Act | undefined => {
  const verb = key.text
  // With a case, `powers` lends powers on this case only. With a person, it lends the powers that a people file would
  // lend.
  if (verb === "delegate" && !context.cases.has(wordOf(value)?.trim() ?? "")) return delegateOf(context, value, step)
  switch (verb) {
    case "submit":
      return submitOf(context, value, step, at)
    case "opt-out":
    case "opt-in":
      return wishOf(context, verb, value, step)
    case "settle": {
      const target = targetOf(context, verb, value)
      return target?.gate === undefined ? undefined : { _tag: "Settle", case: target.case, gate: target.gate }
    }
  }
  if (verb === "event" && get(step, "customer") !== undefined) return eventOf(context, value, step)
  const target = targetOf(context, verb, value)
  const by = byOf(context, verb, step)
  const command = target === undefined ? undefined : commandOf(context, verb as Arguments.GivenVerb, target, step)
  if (target === undefined || by === undefined || command === undefined) return undefined
  const opens = opening.includes(verb) ? wordOf(get(step, "into"))?.trim() : undefined
  if (opens !== undefined) context.cases.add(opens)
  return defined({ _tag: "Command", case: target.case, by, command, opens })
}

/** Reads an event of the host about a customer, without a case. */
const eventOf = (context: ScenarioContext, value: Node, step: MapNode): Act | undefined => {
  const name = known(context, "event", value, context.bundle.events)
  const customer = known(context, "customer", get(step, "customer"), [...context.customers])
  return name === undefined || customer === undefined ? undefined : { _tag: "Event", name, customer }
}

/** Reads a customer's wish. Without `consent`, it says whether surveys may ask them at all. */
const wishOf = (context: ScenarioContext, verb: "opt-out" | "opt-in", value: Node, step: MapNode): Act | undefined => {
  const customer = known(context, "customer", value, [...context.customers])
  const node = get(step, "consent")
  if (customer === undefined) return undefined
  if (node === undefined) return { _tag: "Wish", customer, questions: verb === "opt-out" ? "refused" : "welcome" }
  const names = knownAll(context, "consent", node, Object.keys(context.bundle.customers?.consent ?? {}))
  const isWithdrawn = verb === "opt-out"
  return defined({
    _tag: "Wish",
    customer,
    withdraw: isWithdrawn ? names : undefined,
    give: isWithdrawn ? undefined : names
  })
}

const submitOf = (context: ScenarioContext, node: Node, step: MapNode, at: number | undefined): Act | undefined => {
  const name = wordOf(node)?.trim()
  const submitted = submittedOf(context, step, at)
  const by = byOf(context, "submit", step)
  if (name === undefined) return wrongType(context, node, "submit", (t) => t.thing.caseName)
  if (besideCases.includes(name)) context.told.push(diagnose("scenario/reserved-case", { name }, node.span))
  const isAgain = context.cases.has(name)
  // A repeated message opens no second case.
  if (isAgain && submitted?.key === undefined)
    context.told.push(diagnose("name/duplicate", { kind: "case", name }, node.span))
  context.cases.add(name)
  return submitted === undefined || by === undefined ? undefined : { _tag: "Submit", case: name, by, ...submitted }
}

const delegateOf = (context: ScenarioContext, node: Node, step: MapNode): Act | undefined => {
  const from = known(context, "person", node, context.people)
  const to = known(context, "person", get(step, "to"), context.people)
  const untilNode = get(step, "until")
  const untilText = wordOf(untilNode)
  for (const argument of ["to", "until"])
    if (get(step, argument) === undefined)
      context.told.push(diagnose("scenario/missing-argument", { verb: "delegate", argument }, node.span))
  const until =
    untilNode === undefined || untilText === undefined ? undefined : stretchOf(context, untilNode, untilText)?.to
  const roles = get(step, "roles")
  if (from === undefined || to === undefined || until === undefined) return undefined
  const named = defined({ roles: roles && knownAll(context, "role", roles, Object.keys(context.bundle.roles)) })
  return { _tag: "Delegate", from, to, until, ...named }
}

const byOf = (context: ScenarioContext, verb: string, step: MapNode): By | undefined => {
  const node = get(step, "by")
  const id = wordOf(node)?.trim()
  if (node === undefined || id === undefined) {
    if (theirs.includes(verb)) return { _tag: "Theirs" }
    if (verb === "submit" || reported.includes(verb)) return { _tag: "System" }
    // The misspelt key can be the one that says who acts.
    if (!entriesOf(step).some(({ key }) => context.unknownKeys.has(key.span.start)))
      context.told.push(diagnose("scenario/nobody-acts", { verb }, entryOf(step, verb)?.key.span ?? step.span))
    return undefined
  }
  if (context.people.includes(id)) return { _tag: "Person", id }
  if (id === "customer") return { _tag: "Theirs" }
  if (context.customers.has(id)) return { _tag: "Customer", id }
  context.told.push(unknownName("person", id, [...context.people, ...context.customers], node.span))
  return undefined
}
