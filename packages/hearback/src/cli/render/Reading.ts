/** Renders how a case was read and graded: the deciding words, what they stand for, and the line of each grade. */
import { type Policy, Text } from "@hearback/core"
import type { CaseView, DecidingWord } from "../../index.ts"
import type { CommandContext } from "../program/Command.ts"
import { percentOf, signed } from "../terminal/Amounts.ts"
import { placeText } from "../terminal/Places.ts"
import { tableLines } from "../terminal/Table.ts"
import { tableWidth } from "../terminal/Terminal.ts"
import { wordFor } from "../text/Words.ts"
import { dimensionTitle } from "./policy/PolicyTitles.ts"

/** Returns the lines between the customer's words and the promises. */
export const readingLines = (view: CaseView, policy: Policy.Policy, context: CommandContext): readonly string[] => {
  const { paint, texts } = context
  const read = readRows(view, policy, context)
  const grades = gradeRows(view, policy, context)
  const section = (title: string, rows: readonly (readonly string[])[], columns: number): readonly string[] =>
    rows.length === 0
      ? []
      : [
          "",
          `  ${paint("accent", title)}`,
          ...tableLines(
            Array.from({ length: columns }, () => ({})),
            rows,
            { indent: 4, within: tableWidth(context.terminal) }
          )
        ]
  return [...section(texts.report.case.read, read, 4), ...section(texts.report.case.grades, grades, 4)]
}

/** A word as the customer wrote it, and at which of the signs it stands, counted from 1. */
const quoted = ({ word, start, end, movedBy }: DecidingWord, { paint, language }: CommandContext): string => {
  const words = movedBy === undefined ? [word] : [movedBy, word]
  return [
    ...words.map((one) => paint("quote", Text.form(language).quote(one))),
    paint("dim", `${start + 1}–${end}`)
  ].join(" ")
}

const machines: ReadonlySet<string> = new Set(["words", "score", "host"])

const readRows = (
  { reading, review, candidates }: CaseView,
  policy: Policy.Policy,
  context: CommandContext
): readonly (readonly string[])[] => {
  if (reading === undefined) return []
  const { paint, texts, language } = context
  const words = texts.report.grade
  const { title } = Text.viewOf(policy, language)
  const groups = new Map<string, DecidingWord[]>()
  for (const word of reading.words) {
    const key = `${word.for} ${word.of}`
    groups.set(key, [...(groups.get(key) ?? []), word])
  }
  const percent = percentOf(reading.confidence)
  const rows = [...groups.values()].map((group) => {
    const [first] = group
    const of = first === undefined ? "" : calledIn(first, policy, context)
    return [paint("dim", words[first?.for ?? "kind"]), of, group.map((word) => quoted(word, context)).join("  "), ""]
  })
  const tied = (candidates ?? []).map(({ category }) => title("category", category)).join(texts.word.pause)
  const second =
    reading.second === undefined
      ? ""
      : words.second(title("category", reading.second.category), percentOf(reading.second.confidence))
  const role = review === undefined ? undefined : title("role", review)
  const person = machines.has(reading.by) ? words.sure(percent) : texts.report.case.setBy(reading.by)
  const sure = role === undefined ? person : words.review(role, percent)
  return [
    ...rows,
    ["", "", paint(review === undefined ? "dim" : "warn", sure), paint("dim", tied === "" ? second : tied)]
  ]
}

/** Returns the title of the kind, category, emotion or signal that words stand for. */
const calledIn = (word: DecidingWord, policy: Policy.Policy, { texts, language }: CommandContext): string => {
  if (word.for === "kind") return wordFor(texts.word.kind, word.of)
  if (word.for === "category") return Text.viewOf(policy, language).title("category", word.of)
  return word.for === "signal" ? Text.word("signal", word.of, language) : Text.readable(word.of)
}

const gradeRows = (
  view: CaseView,
  { bundle }: Policy.Policy,
  { paint, texts, language }: CommandContext
): readonly (readonly string[])[] =>
  bundle.grading.flatMap(({ name }) => {
    const grade = view.grades[name]
    if (grade === undefined) return []
    const { level, points, lifted, by, place } = grade
    const sum = points?.reduce((all, each) => all + each.points, 0)
    const how = [
      sum === undefined ? "" : texts.report.grade.points(sum),
      lifted === undefined ? "" : texts.report.grade.lifted(Text.readable(lifted.from)),
      by ?? ""
    ]
    return [
      [
        paint("dim", dimensionTitle(bundle, name, language)),
        paint("strong", Text.readable(level)),
        paint("warn", how.filter((part) => part !== "").join(texts.word.comma)),
        paint("dim", placeText(lifted?.place ?? place))
      ],
      ...(points ?? []).map((each) => ["", paint("dim", signed(each.points)), "", paint("dim", placeText(each.place))])
    ]
  })
