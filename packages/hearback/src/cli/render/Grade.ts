/**
 * Renders the decisions on one piece of feedback: each decision, its words, its due date and, on the right, the
 * deciding line.
 */
import { type Policy, Text } from "@hearback/core"
import type { PreviewClock, PreviewGate } from "../../preview/Obligations.ts"
import type { Preview, WordSpot } from "../../preview/Preview.ts"
import { chainsOf } from "../grade/GateOrder.ts"
import type { CommandContext } from "../program/Command.ts"
import { percentOf, signed } from "../terminal/Amounts.ts"
import { fit, padEnd, tracks, widthOf } from "../terminal/Columns.ts"
import { placeText } from "../terminal/Places.ts"
import { localDue, relativeTime } from "../terminal/Times.ts"
import { readerText, wordFor } from "../text/Words.ts"
import { authority, type LabelledLine, roleTitle } from "./GradeAuthority.ts"
import { dimensionTitle } from "./policy/PolicyTitles.ts"

const MOST_COLUMNS = 120

/** Renders a graded case. */
export const gradeText = (graded: Preview, policy: Policy.Policy, at: number, context: CommandContext): string => {
  const lines = [
    ...understanding(graded, policy, context),
    ...grades(graded, policy, context),
    ...people(graded, policy, context),
    ...clocks(graded, policy, at, context),
    ...gates(graded, context),
    ...authority(graded, policy, context),
    ...sends(graded, context)
  ]
  return `${[headline(graded, context), ...aligned(lines, context)].join("\n")}\n`
}

const headline = ({ kind, category, grades, policy }: Preview, { paint, texts }: CommandContext): string => {
  const parts = [
    wordFor(texts.word.kind, kind.name),
    category?.title,
    ...Object.values(grades).map(({ value }) => Text.readable(value))
  ]
  const title = parts.filter((part) => part !== undefined).map((part) => paint("strong", part))
  return `${title.join(paint("dim", texts.word.pause))}   ${paint("dim", `${policy.id} ${policy.content.slice(0, 6)}`)}`
}

const quoted = (text: string, { paint, language }: CommandContext): string =>
  paint("quote", Text.form(language).quote(text))

/** Words as the customer wrote them, and at which of the signs each stands, counted from 1. */
const quotes = (hits: readonly WordSpot[], context: CommandContext): string =>
  hits
    .map(({ word, start, end }) => `${quoted(word, context)} ${context.paint("dim", `${start + 1}–${end}`)}`)
    .join("  ")

/** Renders a word of emotion with the word that changed its level. */
const moved = (hit: WordSpot & { readonly by?: string }, context: CommandContext): string =>
  `${hit.by === undefined ? "" : `${quoted(hit.by, context)} `}${quotes([hit], context)}`

const understanding = (
  { kind, category, emotion, signals, review }: Preview,
  policy: Policy.Policy,
  context: CommandContext
): readonly LabelledLine[] => {
  const { paint, texts } = context
  const words = texts.report.grade
  const lines: LabelledLine[] = []
  if (kind.hits.length > 0 || kind.decidedBy === "score")
    lines.push({
      label: words.kind,
      says: columns([wordFor(texts.word.kind, kind.name), quotes(kind.hits, context)]),
      why: kind.why
    })
  if (category !== null) {
    const tied = category.candidates.map(({ title, hits }) => `${title} ${quotes(hits, context)}`)
    const found =
      tied.length > 0
        ? tied.join(texts.word.pause)
        : category.hits.length === 0
          ? paint("dim", words.noWords)
          : quotes(category.hits, context)
    const percent = percentOf(category.confidence)
    const sureness =
      review === null
        ? paint("dim", category.hits.length === 0 ? "" : words.sure(percent))
        : paint("warn", words.review(roleTitle(review.by, policy, context), percent))
    const second =
      category.second === null
        ? ""
        : paint("dim", words.second(category.second.title, percentOf(category.second.confidence)))
    lines.push({ label: words.category, says: columns([category.title, found, sureness, second]), why: category.why })
  }
  if (emotion !== null)
    lines.push({
      label: words.emotion,
      says: columns([Text.readable(emotion.level), ...emotion.hits.map((hit) => moved(hit, context))]),
      why: emotion.why
    })
  for (const signal of signals)
    lines.push({
      label: words.signal,
      says: columns([Text.word("signal", signal.name, context.language), quotes(signal.hits, context)]),
      why: signal.why
    })
  return lines
}

const grades = (
  { grades: levels }: Preview,
  { bundle }: Policy.Policy,
  { paint, texts, language }: CommandContext
): readonly LabelledLine[] =>
  Object.entries(levels).flatMap(([dimension, { value, points, lifted, why }]) => [
    {
      label: dimensionTitle(bundle, dimension, language),
      says: columns([
        paint("strong", Text.readable(value)),
        points === undefined ? "" : texts.report.grade.points(points.reduce((sum, each) => sum + each.points, 0)),
        lifted === undefined ? "" : paint("warn", texts.report.grade.lifted(Text.readable(lifted.from)))
      ]),
      why: lifted?.why ?? why
    },
    ...(points ?? []).map((each) => ({ says: paint("dim", signed(each.points)), why: each.why }))
  ])

const people = (
  { owner, department }: Preview,
  policy: Policy.Policy,
  context: CommandContext
): readonly LabelledLine[] => {
  const { paint, texts } = context
  const words = texts.report.grade
  const named = owner.name === owner.id ? owner.id : `${owner.id} ${owner.name}`
  const lines: LabelledLine[] = [
    {
      label: words.owner,
      says: columns([named, paint("dim", words.dutyOf(roleTitle(owner.as, policy, context)))]),
      why: owner.why
    }
  ]
  if (department !== null)
    lines.push({
      label: words.department,
      says: columns([
        department.title,
        paint("dim", department.contact === null ? "" : words.contact(department.contact))
      ]),
      why: department.why
    })
  return lines
}

/** Renders promises to the customer, then deadlines of the staff. */
const clocks = (
  { clocks: all }: Preview,
  policy: Policy.Policy,
  at: number,
  context: CommandContext
): readonly LabelledLine[] => {
  const { paint, texts, language } = context
  const words = texts.report.grade
  const cells = all.map((clock) => [
    nameOf(clock, context),
    clock.due === null ? words.noDeadline : localDue(Date.parse(clock.due), policy.zone, at, language),
    [clock.within, clock.provisional ? words.provisional : ""].filter((part) => part !== "").join(texts.word.comma),
    clock.due === null ? "" : relativeTime(Date.parse(clock.due), at, language)
  ])
  const widths = [0, 1, 2].map((column) => Math.max(0, ...cells.map((row) => widthOf(row[column] ?? ""))))
  const line = (clock: PreviewClock): string => {
    const [name = "", due = "", within = "", left = ""] = cells[all.indexOf(clock)] ?? []
    const [first = 0, second = 0, third = 0] = widths
    return `${padEnd(name, first)}  ${padEnd(paint("strong", due), second)}  ${paint("dim", `${padEnd(within, third)}  ${left}`)}`
  }
  const rows = (label: string, list: readonly PreviewClock[]): readonly LabelledLine[] =>
    list.map((clock, i) => ({ ...(i === 0 ? { label } : {}), says: line(clock), why: clock.why }))
  return [
    ...rows(
      words.promises,
      all.filter(({ promise }) => promise)
    ),
    ...rows(
      words.deadlines,
      all.filter(({ promise }) => !promise)
    )
  ]
}

const nameOf = ({ title, timer }: PreviewClock, { texts }: CommandContext): string =>
  timer === null ? title : wordFor(texts.word.timer, timer)

/**
 * Renders each loop as chains: an arrow leads from a gate to one that must wait for it; gates without an arrow
 * between them can be passed in any order. Gates that are not needed are omitted; those that depend on a later gate
 * are in brackets.
 */
const gates = ({ gates: all, loop }: Preview, context: CommandContext): readonly LabelledLine[] => {
  const { paint, texts } = context
  const words = texts.report.grade
  const width = Math.min(context.terminal.columns, MOST_COLUMNS) - 50
  const needed = new Map(all.filter((gate) => gate.needed !== "no").map((gate) => [gate.name, gate]))
  const sides = (["customer-loop", "system-loop"] as const).filter((side) =>
    [...needed.values()].some((gate) => gate.loop === side)
  )
  if (sides.length === 0) return [{ label: words.gates, says: words.nothing, why: loop?.why ?? null }]
  const named = (name: string): string => {
    const gate = needed.get(name)
    return gate === undefined ? name : gateName(gate)
  }
  return sides.flatMap((side, index) => {
    const shown = [...needed.values()].filter((gate) => gate.loop === side)
    const chains = chainsOf(
      all,
      (name) => needed.has(name),
      shown.map(({ name }) => name)
    )
    const lines = chains.flatMap((chain) => tracks(chain.map(named), " → ", Math.max(40, width)))
    const label = sides.length > 1 ? `${paint("dim", texts.word.side[side])}${texts.word.colon}` : ""
    return lines.map((part, inner) => ({
      ...(index === 0 && inner === 0 ? { label: words.gates } : {}),
      says: (inner === 0 ? label : " ".repeat(widthOf(label))) + part,
      why: inner === 0 ? (shown[0]?.why ?? null) : null
    }))
  })
}

const gateName = ({ title, optional, needed, state }: PreviewGate): string => {
  const done = state === "passed" ? "✓" : ""
  return needed === "not-yet" || optional ? `(${title})` : `${title}${done}`
}

const sends = ({ sends: all }: Preview, context: CommandContext): readonly LabelledLine[] => {
  const { paint, texts, language } = context
  return all.map(({ message, to, text, why }, index) => ({
    ...(index === 0 ? { label: texts.report.grade.sends } : {}),
    says: columns([
      Text.word("message", message, language),
      paint("dim", texts.report.grade.to(readerText(to, texts))),
      text === null ? "" : quoted(fit(text.replace(/\s+/g, " "), 44), context)
    ]),
    why
  }))
}

const columns = (parts: readonly string[]): string => parts.filter((part) => part !== "").join("  ")

/**
 * Aligns labels in one column and places in another. A line that is too long has its place two blanks behind its end.
 */
const aligned = (lines: readonly LabelledLine[], { paint, terminal }: CommandContext): readonly string[] => {
  const labels = Math.max(...lines.map(({ label }) => widthOf(label ?? "")))
  const bodies = lines.map(
    ({ label, says }) => `  ${padEnd(label === undefined ? "" : paint("dim", label), labels)}  ${says}`
  )
  const places = lines.map(({ why }) => placeText(why))
  const room = Math.min(terminal.columns, MOST_COLUMNS) - Math.max(...places.map(widthOf)) - 3
  const column = Math.min(room, Math.max(...bodies.map(widthOf)))
  return bodies.map((body, index) => {
    const place = places[index] ?? ""
    return place === "" ? body.trimEnd() : `${padEnd(body, column)}   ${paint("dim", place)}`
  })
}
