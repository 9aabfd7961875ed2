/** `explain`: shows the page of a finding. */
import { type Code, catalogue } from "@hearback/policy"
import { type Example, type FindingPage, pageOf } from "../policy/FindingPages.ts"
import type { CommandContext, CommandOutput, CommandSpec, Json } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { notAmong } from "../program/Suggestion.ts"
import { wrap } from "../terminal/Columns.ts"
import { tableLines } from "../terminal/Table.ts"
import { tableWidth } from "../terminal/Terminal.ts"

/** The command `explain`. */
export const command: CommandSpec = {
  name: "explain",
  arguments: [{ name: "code" }],
  options: [],
  run: async (request, context) => {
    const { texts } = context
    const asked = written(request.arguments[0])
    const codes = Object.keys(catalogue) as Code[]
    const code = codes.find((one) => one === asked)
    if (code !== undefined) return explained(code, context)
    const listed = asked === undefined ? codes : codes.filter((one) => areaOf(one) === asked)
    if (listed.length > 0) return list(listed, context)
    const area = areaOf(asked ?? "")
    const near = codes.filter((one) => areaOf(one) === area)
    return notAmong(
      { code: "usage/unknown-code", message: texts.fault.noCode(request.arguments[0] ?? "") },
      asked ?? "",
      near.length > 0 ? near : [...new Set(codes.map(areaOf))],
      texts.frame
    )
  }
}

/** Returns the code in a text that was copied from `check`: `error[clock/idle]:`. */
const written = (asked: string | undefined): string | undefined =>
  asked === undefined ? undefined : (/\[([^\]]+)\]/u.exec(asked)?.[1] ?? asked).toLowerCase()

const areaOf = (code: string): string => code.split("/", 1)[0] as string

const pageIn = (code: Code, { language, texts }: CommandContext): FindingPage =>
  pageOf(code, language) ?? cannotRun({ code: "file/unreadable", message: texts.fault.noPages })

const explained = (code: Code, context: CommandContext): CommandOutput => {
  const page = pageIn(code, context)
  const { paint, texts, terminal } = context
  const { avoid, prefer } = texts.report.explain
  return {
    exit: 0,
    json: { code, ...(page as unknown as { readonly [key: string]: Json }) },
    pretty: () =>
      [
        `${paint(levelPaint[page.level], code)}${texts.frame.colon}${page.title}`,
        "",
        ...wrap(page.says, Math.min(terminal.columns, 110)),
        ...examples(avoid, page.avoid, context),
        ...examples(prefer, page.prefer, context)
      ]
        .map((line) => `${line}\n`)
        .join("")
  }
}

const levelPaint = { error: "bad", warning: "warn", info: "accent" } as const

const examples = (head: string, given: readonly Example[], { paint }: CommandContext): readonly string[] =>
  given.flatMap(({ file, text }) => [
    "",
    paint("dim", file === undefined ? head : `${head} (${file})`),
    ...text
      .trimEnd()
      .split("\n")
      .map((line) => `  ${line}`.trimEnd())
  ])

const list = (codes: readonly Code[], context: CommandContext): CommandOutput => {
  const rows = codes.map((code) => ({ code, ...pageIn(code, context) }))
  const { paint, texts } = context
  return {
    exit: 0,
    json: { codes: rows.map(({ code, level, title }) => ({ code, level, title })) },
    pretty: () =>
      [
        ...tableLines(
          [{}, {}],
          rows.map(({ code, title }) => [code, title]),
          { within: tableWidth(context.terminal) }
        ),
        "",
        paint("dim", texts.report.explain.areas),
        ""
      ].join("\n")
  }
}
