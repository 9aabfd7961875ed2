/** Cases as a table, the nearest promise first; what is late is red, what is near is yellow. */
import { Instant, type Policy } from "@hearback/core"
import type { CaseRow, Page } from "../../index.ts"
import type { Context } from "../program/Command.ts"
import type { Tone } from "../terminal/Paint.ts"
import { tableLines } from "../terminal/Table.ts"
import { localTime, relativeTime } from "../terminal/Times.ts"
import { wordFor } from "../text/Words.ts"

/** Nearer than this is worth a colour. */
const NEAR = 4 * Instant.HOUR

export const worklistText = (
  page: Page<CaseRow>,
  total: { readonly count: number; readonly capped: boolean },
  policy: Policy.Policy,
  now: number,
  context: Context
): string => {
  const { paint, texts } = context
  const { heads, ...words } = texts.report.worklist
  if (page.items.length === 0) return `${paint("dim", words.empty)}\n`
  const columns = [
    heads.id,
    heads.due,
    heads.left,
    heads.grades,
    heads.kind,
    heads.category,
    heads.owner,
    heads.customer
  ]
  const rows = page.items.map((row) => cells(row, policy, now, context))
  return [
    ...tableLines(
      columns.map((head) => ({ head })),
      rows,
      { indent: 0, head: (text) => paint("dim", text) }
    ),
    "",
    paint("dim", words.count(total.count, total.capped)),
    ...(page.next === undefined ? [] : [paint("dim", words.more(page.next))]),
    ""
  ].join("\n")
}

const cells = (row: CaseRow, policy: Policy.Policy, now: number, context: Context): readonly string[] => {
  const { paint, texts, language } = context
  const due = row.promiseAt?.getTime()
  const tone: Tone = due === undefined ? "dim" : due < now ? "bad" : due - now < NEAR ? "warn" : "good"
  const category = policy.bundle.dictionary.categories.find(({ name }) => name === row.category)?.title
  const state =
    row.state === "open"
      ? []
      : [wordFor(texts.word.caseState, row.state), wordFor(texts.word.outcome, row.outcome ?? "")]
  return [
    paint("strong", row.id),
    due === undefined ? paint("dim", "–") : localTime(due, policy.zone, now, language),
    state.length > 0
      ? paint("dim", state.filter((part) => part !== "").join(texts.word.comma))
      : due === undefined
        ? ""
        : paint(tone, relativeTime(due, now, language)),
    policy.bundle.grading
      .flatMap(({ name }) => row.grades[name] ?? [])
      .toReversed()
      .join(" "),
    wordFor(texts.word.kind, row.kind),
    category?.[language] ?? category?.[policy.bundle.language] ?? row.category ?? "",
    row.owner,
    row.customer ?? paint("dim", texts.report.case.anonymous)
  ]
}
