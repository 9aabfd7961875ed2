/** What readers of files beside a policy share: the policy's names and zone, and the list of findings. */
import { Bundle, Fact, Instant, Zone } from "@hearback/core"
import type { UnhashedBundle } from "../bundle/Hash.ts"
import { doubtful } from "../calendar/ClockChange.ts"
import type { NameKind } from "../diagnostic/catalogue/Name.ts"
import { type Diagnostic, diagnose } from "../diagnostic/Diagnostic.ts"
import { guessed, unknownName } from "../diagnostic/UnknownWords.ts"
import { entriesOf, isList, isScalar, itemsOf, type Node, textOf } from "../source/Node.ts"
import { said } from "../text/TranslatedTexts.ts"

/** The context of reading a people file. */
export interface PeopleContext {
  readonly bundle: UnhashedBundle
  readonly zone: Zone.Zone
  readonly told: Diagnostic[]
}

/** Makes the context for the bundle of a policy. */
export const contextOf = (bundle: UnhashedBundle): PeopleContext => ({
  bundle,
  zone: bundle.zones[bundle.zone] ?? Zone.utc,
  told: []
})

/** Returns a word as written. A name can consist of digits. */
export const wordOf = (node: Node | undefined): string | undefined => {
  if (!isScalar(node) || node.value === null) return undefined
  return typeof node.value === "string" ? node.value : node.source
}

/** Returns a name that must be one of a list; adds a finding if it is not. */
export const known = (
  context: PeopleContext,
  kind: NameKind,
  node: Node | undefined,
  names: readonly string[]
): string | undefined => {
  const word = wordOf(node)
  if (node === undefined || word === undefined) return undefined
  if (names.includes(word)) return word
  context.told.push(unknownName(kind, word, names, node.span))
  return undefined
}

/** Returns one name or a list of names that must be in a list; adds a finding for each that is not. */
export const knownAll = (
  context: PeopleContext,
  kind: NameKind,
  node: Node | undefined,
  names: readonly string[]
): readonly string[] => itemsOf(node).flatMap((item) => known(context, kind, item, names) ?? [])

export const languageOf = (context: PeopleContext, node: Node | undefined): Bundle.Language | undefined =>
  known(context, "language", node, Bundle.languages) as Bundle.Language | undefined

const bareDate = /^\d{4}-\d\d-\d\d$/

/**
 * Returns the period of a date or an instant: a date covers the whole day in the policy's zone, an instant only
 * itself.
 */
export const stretchOf = (
  context: PeopleContext,
  node: Node,
  text: string
): { readonly from: number; readonly to: number } | undefined => {
  const written = text.trim()
  const from = Instant.parseInstant(written, context.zone)
  if (from === undefined) {
    context.told.push(diagnose("value/bad-date", { found: written }, node.span))
    return undefined
  }
  const twofold = doubtful(written, context.zone)
  if (twofold !== undefined) context.told.push(diagnose("calendar/clock-change", twofold, node.span))
  const day = bareDate.test(written) ? Instant.parseDate(written) : undefined
  const next = day === undefined ? undefined : Instant.parseInstant(Instant.renderDate(day + 1), context.zone)
  return { from, to: next ?? from }
}

/** Returns the period of `2026-11-23` or `2026-11-23 to 2026-11-27`; both days are included. */
export const spellOf = (
  context: PeopleContext,
  node: Node
): { readonly from: number; readonly to: number } | undefined => {
  const text = wordOf(node)
  if (text === undefined) return undefined
  const [first = "", last = first] = text.split(/\s+to\s+|\s*至\s*/)
  const [from, to] = [stretchOf(context, node, first), stretchOf(context, node, last)]
  if (from === undefined || to === undefined) return undefined
  if (to.to <= from.from) {
    context.told.push(diagnose("value/bad-date", { found: text }, node.span))
    return undefined
  }
  return { from: from.from, to: to.to }
}

/** Returns facts with their values, each of the type that the policy declares. */
export const factsOf = (
  context: PeopleContext,
  node: Node | undefined
): Readonly<Record<string, string | number | boolean>> | undefined => {
  if (node === undefined) return undefined
  const facts = entriesOf(node).flatMap(({ key, value }) => {
    const declared = Object.hasOwn(context.bundle.facts, key.text) ? context.bundle.facts[key.text] : undefined
    if (declared === undefined) {
      context.told.push(unknownName("fact", key.text, Object.keys(context.bundle.facts), key.span))
      return []
    }
    const found = factOf(context, key.text, declared, value)
    return found === undefined ? [] : [[key.text, found] as const]
  })
  return Object.fromEntries(facts)
}

/** Returns one fact with its value; adds a finding if the value does not fit its type. */
export const factOf = (
  context: PeopleContext,
  name: string,
  { kind, type }: Bundle.FactDeclaration,
  node: Node
): string | number | boolean | undefined => {
  const word = wordOf(node)
  const several = kind === "some-of" && isList(node) ? itemsOf(node).flatMap((item) => wordOf(item) ?? []) : undefined
  const single = isScalar(node) && node.value !== null ? node.value : undefined
  const value = several === undefined ? single : several.join(", ") || "none"
  const isText = kind === "text" || kind === "file"
  if (word !== undefined && isText) return word
  if (value !== undefined && Fact.encode(type, value, context.zone) !== undefined)
    return kind === "yes-no" ? Fact.encode(type, value) === 1 : value
  const found = several?.join(", ") ?? word ?? (isList(node) ? "[…]" : "{…}")
  context.told.push(
    type._tag === "OneOf" || type._tag === "SomeOf"
      ? diagnose(
          "cell/unknown-value",
          { input: name, found, known: type.values, ...guessed(found, type.values) },
          node.span
        )
      : diagnose("cell/wrong-type", { input: name, expected: said((t) => t.value[kind]), found }, node.span)
  )
  return undefined
}

/** Returns a text as written, even if it looks like a number. */
export const sentenceOf = (node: Node | undefined): string | undefined => textOf(node) ?? wordOf(node)
