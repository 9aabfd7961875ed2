/**
 * Writes each difference of two policies in the words of the reader: what, from what, to what, for which cases, at
 * which lines.
 */
import { dirname, join } from "node:path"
import { type Bundle, Text } from "@hearback/core"
import type { Difference, PolicyComparison, Weight } from "@hearback/policy"
import { shortPath } from "../../file/Paths.ts"
import type { CommandContext } from "../../program/Command.ts"
import { languages } from "../../text/Catalogue.ts"
import { wordFor } from "../../text/Words.ts"
import { type ThingTitles, thingTitlesOf } from "./ThingTitles.ts"
import { pathWord, valueText } from "./Values.ts"

/** Two compared policies with their paths. */
export interface ComparedPolicies {
  readonly comparison: PolicyComparison
  readonly before: PolicySide
  readonly after: PolicySide
}

/** One of two compared policies. */
export interface PolicySide {
  readonly path: string
  readonly bundle: Bundle.Bundle
}

/** One difference as it is shown. */
export interface ShownDifference {
  readonly weight: Weight
  readonly what: string
  readonly before: string
  readonly after: string
  /** Conditions, any of which may hold; empty for every case. */
  readonly when: readonly string[]
  readonly witness?: string
  readonly count?: string
  readonly reading?: string
  /** The consequences of another grade. */
  readonly leadsTo?: string
  readonly lines: string
}

/** Returns the differences as they are shown. */
export const toldOf = (compared: ComparedPolicies, context: CommandContext): readonly ShownDifference[] => {
  const titles = thingTitlesOf(compared.before.bundle, compared.after.bundle, context)
  return compared.comparison.differences.map((one) => told(one, compared, titles, context))
}

/** Keys that add nothing to the aspect under which they are shown. */
const unnamed: ReadonlySet<string> = new Set(["grade", "gate", "within", "words", "side"])

const consequenceText = (
  one: NonNullable<Difference["leadsTo"]>[number],
  { before, after }: ComparedPolicies,
  titles: ThingTitles,
  context: CommandContext
): string => {
  const { diff, word } = context.texts
  const { aspect, loops } = one
  const key = aspect === "gate" ? "gate" : "within"
  const value = (of: unknown, side: PolicySide): string => valueText(of, { aspect, key }, side.bundle, context)
  return `${diff.aspect[aspect]} ${titles.thing(one)}${titles.loops(loops)}${word.colon}${value(one.before, before)} → ${value(one.after, after)}`
}

const told = (
  one: Difference,
  compared: ComparedPolicies,
  titles: ThingTitles,
  context: CommandContext
): ShownDifference => {
  const { texts } = context
  const { diff } = texts
  const { before, after } = compared
  const { aspect, of, loops, key, weight, cases, reading, places } = one
  const isNamed = !unnamed.has(key) && !(aspect === "loop" && (of === "" || key === "loop" || key === "ending"))
  const name = !isNamed ? "" : key === "loop" ? (diff.aspect["loop"] ?? "") : pathWord(key, context.language)
  const subject = [diff.aspect[aspect] ?? aspect, titles.thing(one), name].filter((part) => part !== "").join(" ")
  const line = (side: PolicySide, place: Bundle.PolicyPlace | undefined): string =>
    place === undefined ? diff.none : `${pathOf(side, place, context)}:${place.line}`
  return {
    weight,
    what: subject + titles.loops(loops),
    ...changeText(one, [before, after], context),
    when: whenOf(one, titles, context),
    ...(cases !== undefined &&
      cases.witness.length > 0 && {
        witness: cases.witness
          .map(({ input, type, code }) => {
            const cell = { type, set: [code, code + 1], domain: [code, code + 1] }
            return titles.ofInput(input).demand({ name: input, type }, cell)
          })
          .join(texts.word.comma),
        count: diff.classes(String(cases.classes), String(cases.of))
      }),
    ...(reading !== undefined && { reading: readingText(reading, titles, context) }),
    ...(one.leadsTo !== undefined && {
      leadsTo: diff.leadsTo(one.leadsTo.map((each) => consequenceText(each, compared, titles, context)))
    }),
    lines: `${line(before, places.before)} → ${line(after, places.after)}`
  }
}

/**
 * Returns a text that changed. If only the other language changed, this one is shown; a missing text is shown as
 * `no`.
 */
const changeText = (
  one: Difference,
  [before, after]: readonly [PolicySide, PolicySide],
  context: CommandContext
): Pick<ShownDifference, "before" | "after"> => {
  const shown = ({ bundle }: PolicySide, value: unknown, other: unknown, language: Bundle.Language): string =>
    valueText(value ?? (other === true ? false : undefined), one, bundle, { ...context, language }, other)
  const inLanguage = (language: Bundle.Language): Pick<ShownDifference, "before" | "after"> => ({
    before: shown(before, one.before, one.after, language),
    after: shown(after, one.after, one.before, language)
  })
  const own = inLanguage(context.language)
  return own.before === own.after
    ? (languages()
        .map(inLanguage)
        .find(({ before, after }) => before !== after) ?? own)
    : own
}

/** Returns the path of a file as seen from the terminal; that of a pack is the pack's name. */
const pathOf = ({ path }: PolicySide, { file }: Bundle.PolicyPlace, context: CommandContext): string =>
  file.startsWith("pack:") ? file : shortPath(join(dirname(path), file), context)

const whenOf = ({ cases }: Difference, titles: ThingTitles, context: CommandContext): readonly string[] => {
  const { diff } = context.texts
  const conditions = (cases?.when ?? []).filter((cells) => cells.length > 0)
  const texts = conditions.map((cells) =>
    cells
      .map((cell) => titles.ofInput(cell.input).demand({ name: cell.input, type: cell.type }, cell))
      .join(diff.and)
      // A blank separates a Latin name from Chinese words.
      .replace(/(?<=\p{Script=Han})(?=\p{Script=Latin})/gu, " ")
  )
  const more = cases?.more ?? 0
  return more === 0 ? texts : [...texts, diff.moreConditions(more)]
}

const readingText = (
  { text, before, after }: NonNullable<Difference["reading"]>,
  titles: ThingTitles,
  context: CommandContext
): string => {
  const { texts, language } = context
  const { diff, word } = texts
  const parts = ({ kind, category, emotion, signals }: typeof before): readonly string[] => [
    wordFor(word.kind, kind),
    category === null ? diff.noCategory : titles.thing({ aspect: "words", of: category, loops: [] }),
    emotion === null ? word.absent.unmoved : Text.readable(emotion),
    Text.listed(
      signals.map((signal) => Text.word("signal", signal, language)),
      language,
      "and"
    )
  ]
  const [one, two] = [parts(before), parts(after)]
  const shown = (list: readonly string[]): string =>
    list
      .flatMap((part, i) => (part === (list === one ? two : one)[i] ? [] : part === "" ? diff.nothing : part))
      .join(word.comma)
  return diff.reading(text, shown(one), shown(two))
}
