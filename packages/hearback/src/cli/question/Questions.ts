/**
 * The questions that a command line can ask in addition to the report: comparison, sweep, staffing, and sensitivity.
 */
import {
  askComparison,
  askReport,
  askSensitivity,
  askSmallestStaff,
  askSweep,
  type ComparedReports,
  type SimulationSubject
} from "@hearback/simulation"
import { absolute } from "../file/Paths.ts"
import type { CommandContext, CommandOutput, Json, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { comparisonText } from "../render/simulate/Comparison.ts"
import { sensitivityText } from "../render/simulate/Sensitivity.ts"
import { staffText } from "../render/simulate/Staff.ts"
import { sweepText } from "../render/simulate/Sweep.ts"
import { writtenText } from "../simulate/AnswerFile.ts"
import { answerTo, workersOf } from "../simulate/QuestionRun.ts"
import { settingOf } from "../simulate/Setting.ts"
import { otherOf, type SimulationQuestion } from "../simulate/Subject.ts"
import { figureOf, roleOf, targetOf } from "../simulate/Target.ts"
import { writePage } from "./Page.ts"

type Ask = (asked: SimulationQuestion, request: Request, context: CommandContext) => Promise<CommandOutput>

/** Compares two policies, or two simulation files, with the same random numbers. */
export const against: Ask = async (asked, request, context) => {
  const other = await otherOf(absolute(request.one("against") ?? "", context), asked, request, context)
  const found: ComparedReports = await answerTo(
    askComparison(asked.subject, other.subject),
    context,
    workersOf(request, context)
  )
  const page = { report: found.before, subject: asked.subject, comparison: found, other: other.subject }
  const paths = await writePage(page, request, context)
  return {
    exit: found.after.isUnstable ? 1 : 0,
    json: { comparison: found as unknown as Json, written: paths },
    pretty: () => comparisonText(found, asked.subject, other.subject, context) + writtenText(paths, context)
  }
}

/** Simulates with each of several values of one setting. */
export const sweep: Ask = async (asked, request, context) => {
  const { path, tried } = await settingOf(request.one("sweep") ?? "", asked, context)
  const asking = askSweep(tried, ({ subject }) => subject)
  const found = await answerTo(asking, context, workersOf(request, context))
  const swept = found.map(({ value: { value }, report }) => ({ value, report }))
  return {
    exit: 0,
    json: { sweep: { path, values: swept as unknown as Json } },
    pretty: () => sweepText(path, swept, asked.subject, context)
  }
}

/** The most people that are tried, as a multiple of those that exist. */
const mostTimes = 4
const mostAtLeast = 8

/** Finds the smallest staff of a role with which a figure certainly keeps its bound. */
export const staffFor: Ask = async ({ subject }, request, context) => {
  const target = targetOf(request.one("staff-for") ?? "", subject, "--staff-for", context)
  const role = poolOf(subject, request, context)
  const now = staffOf(subject, role)
  const most = Math.max(mostAtLeast, mostTimes * now)
  const question = { worker: role, most, targets: [target] }
  const found = await answerTo(askSmallestStaff(subject, question), context, workersOf(request, context))
  return {
    exit: found.count === undefined ? 1 : 0,
    json: { staff: { role, now, most, target, ...found } as unknown as Json },
    pretty: () => staffText({ ...found, role, now, most, target }, subject, context)
  }
}

/** Returns the named role; else the first role to which cases go. */
const poolOf = (subject: SimulationSubject, request: Request, context: CommandContext): string => {
  const named = request.one("role")
  if (named !== undefined) return roleOf(named, subject, "--role", context)
  const { bundle } = subject.policy
  const first = bundle.ownership.firstOwner.find(
    (name) => bundle.roles[name] !== undefined && staffOf(subject, name) > 0
  )
  return first ?? cannotRun({ code: "usage/missing-option", message: context.texts.simulate.noRole })
}

/** Returns how many people of a role there are; two of each role if the staff is unknown. */
const staffOf = ({ simulation }: SimulationSubject, role: string): number =>
  simulation.staff?.people === undefined
    ? 2
    : simulation.staff.people.filter(({ roles }) => roles.includes(role)).reduce((sum, { count = 1 }) => sum + count, 0)

/** What moves a figure most. */
export const sensitivity: Ask = async ({ subject }, request, context) => {
  const named = request.one("sensitivity")
  const asked = named === undefined ? undefined : figureOf(named, subject, "--sensitivity", context)
  const workers = workersOf(request, context)
  const { figure, influences: all, assumptions } = await answerTo(askSensitivity(subject, asked), context, workers)
  // A page also shows the figure itself.
  const report = request.one("html") === undefined ? undefined : await answerTo(askReport(subject), context, workers)
  const influences = { of: figure, all }
  const paths = report === undefined ? [] : await writePage({ report, subject, influences }, request, context)
  return {
    exit: 0,
    json: { sensitivity: { figure, influences: all, assumptions } as unknown as Json, written: paths },
    pretty: () =>
      sensitivityText({ figure, influences: all, assumptions }, subject, context) + writtenText(paths, context)
  }
}
