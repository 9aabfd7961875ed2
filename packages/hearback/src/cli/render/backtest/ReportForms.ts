/** Words and numbers of a backtest: titles from the policy, places of rules, values. */

import { dirname, isAbsolute, join } from "node:path"
import type { BacktestReport, ReportCause, Sample, TotalBound, TraceLine } from "@hearback/backtest"
import { Actor, inLanguage, Text } from "@hearback/core"
import { shortPath } from "../../file/Paths.ts"
import type { LoadedPolicy } from "../../policy/PolicyFiles.ts"
import type { CommandContext } from "../../program/Command.ts"
import { titlesOf } from "../../simulate/Titles.ts"
import { whyOf } from "../../terminal/Places.ts"
import { dimensionTitle } from "../policy/PolicyTitles.ts"

/** The report with the policies that it compares. */
export interface ReportParts {
  readonly report: BacktestReport
  readonly candidate: LoadedPolicy
  readonly baseline: LoadedPolicy | undefined
  /** Bounds of `--fail-on` that are exceeded. */
  readonly exceeded: readonly TotalBound[]
  /** Whether there are bounds but no decided case that could show whether they are kept. */
  readonly isUntested: boolean
  /** Whether the cases are those of a log, whose mapping says what its columns contain. */
  readonly isOfLog: boolean
}

/** Functions that write words and numbers of a report. */
export interface ReportForms {
  readonly count: (value: number) => string
  readonly percent: (share: number) => string
  /** Returns the title of what a change or a trace is about: `Priority`, `First answer`. */
  readonly thing: (of: ReportCause["of"], name: string) => string
  readonly value: (of: ReportCause["of"], value: string | undefined) => string
  /** Returns `policy.yaml:9:5`, in the candidate or in the other version. */
  readonly place: (side: "before" | "after", rule: string | undefined) => string
}

/** Makes these functions for a report. */
export const sayingOf = ({ candidate, baseline }: ReportParts, context: CommandContext): ReportForms => {
  const { language, texts } = context
  const { policy } = candidate
  const titles = titlesOf({ policy, simulation: {} }, language)
  const { backtest, word } = texts
  return {
    count: (value) => value.toLocaleString("en-US"),
    percent: (share) => texts.form.percent((100 * share).toFixed(1)),
    thing: (of, name) => {
      if (of === "clock" || of === "due") return titles("clock", name)
      if (of === "gate") return titles("gate", name)
      if (of === "approver") return backtest.power[name] ?? name
      if (of === "grade" && name !== "") return dimensionTitle(policy.bundle, name, language)
      return name === "" ? backtest.subject[of] : name
    },
    value: (of, value) => {
      if (value === undefined) return ""
      switch (of) {
        case "clock":
          return backtest.verdict[value] ?? value
        case "due":
          return value === "" ? word.absent.none : Text.dated(Number(value), 0, policy.zone, language, true)
        case "gate":
          return value === "" ? backtest.notDemanded : backtest.demanded
        case "approver":
          return value === "" ? backtest.nobody : titles("role", value)
        case "owner":
          return value === Actor.custodian ? backtest.nobody : value
        case "grade":
          return titles("grade", value)
        case "department":
          return inLanguage(policy.bundle.departments[value]?.title, language, policy.bundle.language) ?? value
        default:
          return value
      }
    },
    place: (side, rule) => {
      const of = side === "after" ? candidate : baseline
      const why = rule === undefined || of === undefined ? null : whyOf(of.policy.bundle, rule)
      return why === null || of === undefined ? "" : `${seenFile(why.file, of, context)}:${why.line}:${why.column}`
    }
  }
}

/** Returns the paths of two versions, with their folders if the file names are equal. */
const seenFile = (file: string, { path }: LoadedPolicy, context: CommandContext): string =>
  file.startsWith("pack:") || isAbsolute(file) ? file : shortPath(join(dirname(path), file), context)

/** One difference on a case, before and after; empty if a side has no answer. */
interface Difference {
  readonly thing: string
  readonly was: string
  readonly wasAt: string
  readonly is: string
  readonly isAt: string
}

/**
 * Returns the differences of both traces of a case. A record tells only some decisions, and only these are compared.
 */
export const differing = (
  { before, after }: Sample,
  { baseline }: ReportParts,
  saying: ReportForms
): readonly Difference[] => {
  const keyOf = ({ of, name }: TraceLine): string => `${of} ${name}`
  const [last, now] = [
    new Map(before.map((line) => [keyOf(line), line])),
    new Map(after.map((line) => [keyOf(line), line]))
  ]
  return [...new Set([...last.keys(), ...now.keys()])]
    .map((key) => ({ was: last.get(key), is: now.get(key) }))
    .filter(({ was, is }) => was?.value !== is?.value && (was !== undefined || baseline !== undefined))
    .map(({ was, is }) => {
      const { of, name } = is ?? was ?? { of: "loop", name: "" }
      // A gate that a version does not demand has no line there.
      const none = of === "gate" ? "" : undefined
      return {
        thing: saying.thing(of, name),
        was: saying.value(of, was?.value ?? none),
        wasAt: saying.place("before", was?.rule),
        is: saying.value(of, is?.value ?? none),
        isAt: saying.place("after", is?.rule)
      }
    })
}
