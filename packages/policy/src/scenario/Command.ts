/** Reads the verb, target and arguments of a step as a command, the same that every interface gives. */
import { Arguments, type Command } from "@hearback/core"
import { diagnose } from "../diagnostic/Diagnostic.ts"
import { guessed } from "../diagnostic/UnknownWords.ts"
import { factsOf, known, knownAll, sentenceOf, wordOf } from "../people/Context.ts"
import { entriesOf, isMap, isScalar, itemsOf, type MapEntry, type MapNode, type Node } from "../source/Node.ts"
import { same } from "../text/TranslatedTexts.ts"
import { choiceOf, type ScenarioContext, wrongType } from "./Context.ts"
import { planOf } from "./Plan.ts"
import { isYes } from "./Submission.ts"
import type { ScenarioTarget } from "./Target.ts"

type GivenVerb = Arguments.GivenVerb

/** Verbs of steps that can open a case. */
const naming = ["write", "reply", "split"]

/** Keys of a step that are no arguments of its verb. */
const ofStep = ["at", "by", "expect"]

/** Returns the command of a step; adds a finding for each argument that is missing, unknown or wrong. */
export const commandOf = (
  context: ScenarioContext,
  verb: GivenVerb,
  target: ScenarioTarget,
  step: MapNode
): Command.Command | undefined => {
  const table: Readonly<Record<string, Arguments.CommandArgument>> = Arguments.commands[verb]
  const before = context.told.length
  const given: Record<string, unknown> = {}
  if (target.gate !== undefined) given["gate"] = target.gate
  if (target.clock !== undefined) given["clock"] = target.clock
  if (target.event !== undefined) given["name"] = target.event
  for (const entry of step.entries) {
    const { key, value } = entry
    if (ofStep.includes(key.text) || key.text === verb) continue
    // The scenario's name for the opened case stays in the scenario: no engine needs it.
    if (key.text === "into" && naming.includes(verb)) continue
    const name = argumentOf(verb, key.text)
    const argument = Object.hasOwn(table, name) && name !== "gate" && name !== "clock" ? table[name] : undefined
    if (argument === undefined) unknownArgument(context, verb, entry, Object.keys(table))
    else given[name] = givenOf(context, verb, name, argument, value)
  }
  if (verb === "reopen" && given["because"] === undefined) given["because"] = "dissatisfied"
  for (const [name, { required }] of Object.entries(table))
    if (required && given[name] === undefined && context.told.length === before) {
      const argument = name === "gate" || name === "clock" ? `${target.case}.…` : kebab(name)
      context.told.push(diagnose("scenario/missing-argument", { verb, argument }, target.span))
    }
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  return context.told.length > before ? undefined : ({ do: verb, ...present } as unknown as Command.Command)
}

/**
 * Returns the argument for a key: `cause` of a reopening is its occasion, and a customer's words can always be
 * `verbatim`.
 */
const argumentOf = (verb: GivenVerb, key: string): string => {
  if (verb === "reopen" && key === "cause") return "because"
  if ((verb === "write" || verb === "reply" || verb === "split") && key === "verbatim") return "text"
  return key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const unknownArgument = (context: ScenarioContext, verb: string, { key }: MapEntry, names: readonly string[]): void => {
  const allowed = [
    ...names.filter((name) => name !== "gate" && name !== "clock" && name !== "approval").map(kebab),
    ...ofStep
  ]
  const where = same(`\`${verb}\``)
  context.told.push(
    diagnose("shape/unknown-key", { key: key.text, where, allowed, ...guessed(key.text, allowed) }, key.span)
  )
}

const givenOf = (
  context: ScenarioContext,
  verb: GivenVerb,
  name: string,
  { type }: Arguments.CommandArgument,
  node: Node
): unknown => {
  const { bundle } = context
  switch (name) {
    case "category":
      return known(
        context,
        "category",
        node,
        bundle.dictionary.categories.map((each) => each.name)
      )
    case "channel":
      return known(context, "channel", node, Object.keys(bundle.channels))
    case "kind":
      return known(context, "kind", node, ["complaint", "suggestion", "inquiry", "praise", "rating"])
    case "into":
    case "causeOf":
      return known(context, "case", node, [...context.cases])
    case "method":
      return choiceOf(context, node, ["five-whys", "fishbone", "five-w-one-h", "eight-d"], name)
    case "roles":
      return knownAll(context, "role", node, Object.keys(bundle.roles))
    case "to":
      return verb === "regrade"
        ? known(context, "level", node, [...context.dimensions.values()].flat())
        : known(context, "person", node, context.people)
  }
  if (typeof type !== "string") return choiceOf(context, node, type, name)
  switch (type) {
    case "text":
      return sentenceOf(node) ?? wrongType(context, node, name, (t) => t.value.text)
    case "number":
      return isScalar(node) && typeof node.value === "number"
        ? node.value
        : wrongType(context, node, name, (t) => t.value.number)
    case "amount": {
      if (isScalar(node) && typeof node.value === "number") return node.value
      const said = wordOf(node)
      return said !== undefined && /^\d/u.test(said) ? said : wrongType(context, node, name, (t) => t.thing.amount)
    }
    case "yes-no":
      return isYes(node)
    case "texts":
      return itemsOf(node).flatMap((item) => sentenceOf(item) ?? [])
    case "facts":
      return factsOf(context, node)
    case "actions":
      return itemsOf(node).map((item) => planOf(context, item))
    case "causes":
      return causesOf(node)
  }
}

/** Reads causes by aspect, several of one aspect in one line. A list without aspects is allowed. */
const causesOf = (node: Node): Readonly<Record<string, string>> =>
  isMap(node)
    ? Object.fromEntries(entriesOf(node).map(({ key, value }) => [key.text, textsOf(value)]))
    : Object.fromEntries(itemsOf(node).map((item, i) => [String(i + 1), sentenceOf(item) ?? ""]))

const textsOf = (node: Node): string =>
  itemsOf(node)
    .flatMap((item) => sentenceOf(item) ?? [])
    .join("; ")
