/**
 * Writes each difference of two policies in the words of the reader: what, from what, to what, for which cases, at
 * which lines.
 */
import { dirname, join } from "node:path"
import { type Bundle, Fact, Zone } from "@hearback/core"
import {
  type Difference,
  type DifferenceCell,
  inputValueWord,
  inputWord,
  type PolicyComparison,
  type Weight
} from "@hearback/policy"
import { shortPath } from "../../file/Paths.ts"
import type { CommandContext } from "../../program/Command.ts"
import { languages } from "../../text/Catalogue.ts"
import { wordFor } from "../../text/Words.ts"
import { cellText } from "../policy/Cells.ts"
import { dimensionTitle } from "../policy/PolicyTitles.ts"
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
export const toldOf = (compared: ComparedPolicies, context: CommandContext): readonly ShownDifference[] =>
  compared.comparison.differences.map((one) => told(one, compared, context))

/** Keys that add nothing to the aspect under which they are shown. */
const unnamed: ReadonlySet<string> = new Set(["grade", "gate", "within", "words", "side"])

const consequenceText = (
  { aspect, of, loops, before: was, after: is }: NonNullable<Difference["leadsTo"]>[number],
  { before, after }: ComparedPolicies,
  context: CommandContext
): string => {
  const { texts } = context
  const { diff } = texts
  const key = aspect === "gate" ? "gate" : "within"
  const value = (one: unknown, side: PolicySide): string => valueText(one, { aspect, key }, side.bundle, context)
  const where = loops.length === 0 ? "" : diff.inLoops(loops.join(diff.list))
  return `${diff.aspect[aspect]} ${of}${where}${texts.word.colon}${value(was, before)} → ${value(is, after)}`
}

const told = (
  one: Difference,
  { comparison, before, after }: ComparedPolicies,
  context: CommandContext
): ShownDifference => {
  const { texts } = context
  const { diff } = texts
  const { aspect, of, loops, key, weight, cases, reading, places } = one
  const isNamed = !unnamed.has(key) && !(aspect === "loop" && (of === "" || key === "loop" || key === "ending"))
  const name = !isNamed ? "" : key === "loop" ? (diff.aspect["loop"] ?? "") : pathWord(key, context.language)
  // A list of words has a path as its name, a category has its own name.
  const isCategory = [before, after].some(({ bundle }) =>
    bundle.dictionary.categories.some(({ name: one }) => one === of)
  )
  const isPath = aspect === "words" && !isCategory
  const thing =
    aspect === "grade" ? inputText(of, after, before, context) : isPath ? pathWord(of, context.language) : of
  const subject = [diff.aspect[aspect] ?? aspect, thing, name].filter((part) => part !== "").join(" ")
  const line = (side: PolicySide, place: Bundle.PolicyPlace | undefined): string =>
    place === undefined ? diff.none : `${pathOf(side, place, context)}:${place.line}`
  return {
    weight,
    what: subject + (loops.length === 0 ? "" : diff.inLoops(loops.join(diff.list))),
    ...changeText(one, [before, after], context),
    when: whenOf(one, after, before, context),
    ...(cases !== undefined &&
      cases.witness.length > 0 && {
        witness: cases.witness
          .map(
            (cell) => `${inputText(cell.input, after, before, context)} ${codeText(cell, cell.code, after, context)}`
          )
          .join(texts.word.comma),
        count: diff.classes(String(cases.classes), String(cases.of))
      }),
    ...(reading !== undefined && { reading: readingText(reading, context) }),
    ...(one.leadsTo !== undefined && {
      leadsTo: diff.leadsTo(one.leadsTo.map((each) => consequenceText(each, { comparison, before, after }, context)))
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

const wordsIn = ({ texts: { diff } }: CommandContext): Fact.CodeWords => ({
  yes: diff.yes,
  no: diff.no,
  unknown: diff.unknown,
  other: diff.otherText,
  none: diff.noChoice
})

const zoneOf = ({ bundle }: PolicySide): Zone.Zone => bundle.zones[bundle.zone] ?? Zone.utc

const codeText = (
  { input, type }: Pick<DifferenceCell, "input" | "type">,
  code: number,
  side: PolicySide,
  context: CommandContext
): string => inputValueWord(Fact.render(type, code, wordsIn(context), zoneOf(side)), context.language, input)

/** Returns the title of a dimension; if only one version has it, the title in that version. */
const inputText = (name: string, side: PolicySide, other: PolicySide, { language }: CommandContext): string => {
  const { bundle } = [side, other].find((one) => one.bundle.grading.some((each) => each.name === name)) ?? side
  const title = dimensionTitle(bundle, name, language)
  return title === name ? inputWord(name, language) : title
}

const whenOf = (
  { cases }: Difference,
  side: PolicySide,
  other: PolicySide,
  context: CommandContext
): readonly string[] => {
  const { diff } = context.texts
  const conditions = (cases?.when ?? []).filter((cells) => cells.length > 0)
  const texts = conditions.map((cells) =>
    cells
      .map((cell) => {
        const called = (code: number): string => codeText(cell, code, side, context)
        return cellText(inputText(cell.input, side, other, context), cell, called, diff)
      })
      .join(diff.and)
      // A blank separates a Latin name from Chinese words.
      .replace(/(?<=\p{Script=Han})(?=\p{Script=Latin})/gu, " ")
  )
  const more = cases?.more ?? 0
  return more === 0 ? texts : [...texts, diff.moreConditions(more)]
}

const readingText = ({ text, before, after }: NonNullable<Difference["reading"]>, context: CommandContext): string => {
  const { diff, word } = context.texts
  const parts = ({ kind, category, emotion, signals }: typeof before): readonly string[] => [
    wordFor(word.kind, kind),
    category ?? diff.noCategory,
    emotion ?? word.absent.unmoved,
    signals.join("+")
  ]
  const [one, two] = [parts(before), parts(after)]
  const shown = (list: readonly string[]): string =>
    list
      .flatMap((part, i) => (part === (list === one ? two : one)[i] ? [] : part === "" ? diff.nothing : part))
      .join(word.comma)
  return diff.reading(text, shown(one), shown(two))
}
