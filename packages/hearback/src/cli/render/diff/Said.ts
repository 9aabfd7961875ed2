/** Each difference of two policies in the words of the reader: what, from what, to what, for which cases, on which lines. */
import { dirname, join } from "node:path"
import { type Bundle, Fact, inLanguage, Target, Trigger, Zone } from "@hearback/core"
import {
  type Cell,
  type Comparison,
  type Difference,
  inputWord,
  keyWord,
  valueWord,
  type Weight
} from "@hearback/policy"
import { shortPath } from "../../file/Paths.ts"
import type { Context } from "../../program/Command.ts"
import { moneyText } from "../../terminal/Amounts.ts"
import { wordFor } from "../../text/Words.ts"
import { cellText } from "../policy/Cells.ts"
import { dimensionTitle } from "../policy/Naming.ts"

/** Two policies that were compared, with where they stand. */
export interface Compared {
  readonly comparison: Comparison
  readonly before: Side
  readonly after: Side
}

export interface Side {
  readonly path: string
  readonly bundle: Bundle.Bundle
}

/** One difference as it is shown. */
export interface Told {
  readonly weight: Weight
  readonly what: string
  readonly before: string
  readonly after: string
  /** Any of these conditions; empty where it is every case. */
  readonly when: readonly string[]
  readonly witness?: string
  readonly count?: string
  readonly reading?: string
  /** What another grade leads to. */
  readonly leadsTo?: string
  readonly lines: string
}

export const toldOf = (compared: Compared, context: Context): readonly Told[] =>
  compared.comparison.differences.map((one) => told(one, compared, context))

/** Keys that say no more than what they are told under. */
const unnamed: ReadonlySet<string> = new Set(["grade", "gate", "loop", "within", "words"])

const consequenceText = (
  { aspect, of, loops, before: was, after: is }: NonNullable<Difference["leadsTo"]>[number],
  { before, after }: Compared,
  context: Context
): string => {
  const { texts } = context
  const { diff } = texts
  const key = aspect === "gate" ? "gate" : "within"
  const value = (one: unknown, side: Side): string => valueText(one, { aspect, key }, side, context)
  const where = loops.length === 0 ? "" : diff.inLoops(loops.join(texts.word.comma))
  return `${diff.aspect[aspect]} ${of}${where}${texts.word.colon}${value(was, before)} → ${value(is, after)}`
}

const told = (one: Difference, { comparison, before, after }: Compared, context: Context): Told => {
  const { texts } = context
  const { diff } = texts
  const { aspect, of, loops, key, weight, cases, reading, places } = one
  const name = unnamed.has(key) || (aspect === "loop" && of === "") ? "" : keyWord(key, context.language)
  const called = aspect === "grade" ? inputText(of, after, before, context) : of
  const subject = [diff.aspect[aspect] ?? aspect, called, name].filter((part) => part !== "").join(" ")
  const line = (side: Side, place: Bundle.Place | undefined): string =>
    place === undefined ? diff.none : `${pathOf(side, place, context)}:${place.line}`
  return {
    weight,
    what: subject + (loops.length === 0 ? "" : diff.inLoops(loops.join(texts.word.comma))),
    before: valueText(one.before, one, before, context),
    after: valueText(one.after, one, after, context),
    when: whenOf(one, after, before, context),
    ...(cases !== undefined &&
      cases.witness.length > 0 && {
        witness: cases.witness
          .map(
            ({ input, type, code }) =>
              `${inputText(input, after, before, context)} ${codeText(type, code, after, context)}`
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

/** A pack's file is named by the pack, any other as it is seen from here. */
const pathOf = ({ path }: Side, { file }: Bundle.Place, context: Context): string =>
  file.startsWith("pack:") ? file : shortPath(join(dirname(path), file), context)

const wordsIn = ({ texts: { diff } }: Context): Fact.Words => ({
  yes: diff.yes,
  no: diff.no,
  unknown: diff.unknown,
  other: diff.otherText
})

const zoneOf = ({ bundle }: Side): Zone.Zone => bundle.zones[bundle.zone] ?? Zone.utc

const codeText = (type: Cell["type"], code: number, side: Side, context: Context): string =>
  valueWord(Fact.render(type, code, wordsIn(context), zoneOf(side)), context.language)

/** A dimension that one version alone has is called as it is there. */
const inputText = (name: string, side: Side, other: Side, { language }: Context): string => {
  const { bundle } = [side, other].find((one) => one.bundle.grading.some((each) => each.name === name)) ?? side
  const title = dimensionTitle(bundle, name, language)
  return title === name ? inputWord(name, language) : title
}

const whenOf = ({ cases }: Difference, side: Side, other: Side, context: Context): readonly string[] => {
  const { diff } = context.texts
  const conditions = (cases?.when ?? []).filter((cells) => cells.length > 0)
  const texts = conditions.map((cells) =>
    cells
      .map((cell) => {
        const called = (code: number): string => codeText(cell.type, code, side, context)
        return cellText(inputText(cell.input, side, other, context), cell, called, diff)
      })
      .join(diff.and)
  )
  const more = cases?.more ?? 0
  return more === 0 ? texts : [...texts, diff.moreConditions(more)]
}

const readingText = ({ text, before, after }: NonNullable<Difference["reading"]>, context: Context): string => {
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

const spans: ReadonlySet<string> = new Set(["per-case", "per-day", "per-month", "per-year"])
const moments: ReadonlySet<string> = new Set(["from", "met-by", "cancelled-by", "until", "ask-after"])

/** Returns a value as the policy language writes it. */
const valueText = (
  value: unknown,
  { aspect, key }: Pick<Difference, "aspect" | "key">,
  { bundle }: Side,
  context: Context
): string => {
  const { diff } = context.texts
  const last = key.slice(key.lastIndexOf(".") + 1)
  if (aspect === "gate" && key === "gate") return value === undefined ? diff.notAsked : diff.asked
  if (value === null) return diff.unlimited
  if (typeof value === "number" && spans.has(last))
    return moneyText(value / 10 ** (bundle.currency?.digits ?? 0), bundle.currency?.code ?? null)
  if (typeof value === "number" && last === "discount") return `${value / 100}%`
  if (typeof value === "number" && (last === "share" || last === "sure-above" || last === "alike"))
    return `${value * 100}%`
  if (typeof value === "string" && moments.has(last)) return momentText(value, context)
  if (Array.isArray(value) && moments.has(last))
    return value.map((one) => momentText(String(one), context)).join(context.texts.word.comma)
  return plainText(value, bundle, context)
}

const momentText = (text: string, { language }: Context): string =>
  valueWord(Trigger.nameOf(Trigger.parse(text)), language)

const plainText = (value: unknown, bundle: Bundle.Bundle, context: Context): string => {
  const { language, texts } = context
  const { diff } = texts
  if (value === undefined || value === null) return diff.none
  if (typeof value === "boolean") return value ? diff.yes : diff.no
  if (typeof value !== "object") return valueWord(String(value), language)
  if (Array.isArray(value)) return value.length === 0 ? diff.none : listText(value, bundle, context)
  if ("_tag" in value) return lengthText(value as Target.Target | Target.Point, language)
  if (Object.keys(value).every((key) => key === "en" || key === "zh-CN"))
    return `"${inLanguage(value as Bundle.Text, language, bundle.language) ?? ""}"`
  return Object.entries(value)
    .map(([key, one]) =>
      key === "at" ? plainText(one, bundle, context) : `${keyWord(key, language)} ${plainText(one, bundle, context)}`
    )
    .join(" ")
}

/** How many entries of a list are shown; `--json` has them all. */
const most = 8

const listText = (list: readonly unknown[], bundle: Bundle.Bundle, context: Context): string => {
  const { diff, word } = context.texts
  const shown = list.slice(0, most).map((one) => plainText(one, bundle, context))
  return [...shown, ...(list.length > most ? [diff.more(list.length - most)] : [])].join(word.comma)
}

const points: ReadonlySet<string> = new Set(["Share", "Due", "Before", "After"])

const lengthText = (value: Target.Target | Target.Point, language: Bundle.Language): string =>
  points.has(value._tag)
    ? Target.renderPoint(value as Target.Point, language)
    : Target.renderTarget(value as Target.Target, language)
