/** `simulate`: simulates a policy with staff and customers in virtual time, and gives intervals for every figure. */
import { askReport, type Report, type SimulationSubject } from "@hearback/simulation"
import { absolute } from "../file/Paths.ts"
import type { CommandContext, CommandOutput, CommandSpec, Json, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { refuse } from "../program/Values.ts"
import { writePage } from "../question/Page.ts"
import { against, sensitivity, staffFor, sweep } from "../question/Questions.ts"
import { reportText } from "../render/simulate/Report.ts"
import { mustHavePlace, written, writtenText } from "../simulate/AnswerFile.ts"
import { csvOf, eventLogOf, xesOf } from "../simulate/EventLog.ts"
import { answerTo, workersOf } from "../simulate/QuestionRun.ts"
import { type SimulationQuestion, subjectOf } from "../simulate/Subject.ts"

/** The command `simulate`. */
export const command: CommandSpec = {
  name: "simulate",
  arguments: [{ name: "policy" }],
  options: [
    { flag: "--plan", value: "file" },
    { flag: "--against", value: "file" },
    { flag: "--sweep", value: "path=values" },
    { flag: "--staff-for", value: "target" },
    { flag: "--role", value: "role" },
    { flag: "--sensitivity", value: "figure", mayStandAlone: true },
    { flag: "--html", value: "file" },
    { flag: "--log", value: "file" },
    { flag: "--weeks", value: "n" },
    { flag: "--per-day", value: "n" },
    { flag: "--replications", value: "n" },
    { flag: "--seed", value: "n" },
    { flag: "--people", value: "file" },
    { flag: "--workers", value: "n" }
  ],
  run: async (request, context) => await simulate(request, context)
}

type Ask = (asked: SimulationQuestion, request: Request, context: CommandContext) => Promise<CommandOutput>

const questions: Readonly<Record<string, Ask>> = { against, sweep, "staff-for": staffFor, sensitivity }

/** Settings that a flag also sets. The flag would override each value that is tried. */
const setBy: Readonly<Record<string, string>> = {
  weeks: "weeks",
  周数: "weeks",
  seed: "seed",
  随机种子: "seed",
  "arrivals.per-day": "per-day",
  "来件.每日件数": "per-day",
  "replications.least": "replications",
  "重复次数.至少": "replications"
}

const simulate = async (request: Request, context: CommandContext): Promise<CommandOutput> => {
  const named = Object.keys(questions).filter((flag) => request.one(flag) !== undefined || request.has(flag))
  if (named.length > 1)
    return cannotRun({
      code: "usage/one-question",
      message: context.texts.simulate.oneQuestion(named.map((flag) => `--${flag}`))
    })
  const [question] = named
  if (question !== "staff-for") refuse(["role"], "without", "staff-for", request, context)
  if (question !== undefined) refuse(["log"], "beside", question, request, context)
  if (question === "sweep" || question === "staff-for") refuse(["html"], "beside", question, request, context)
  const swept = setBy[(request.one("sweep") ?? "").split("=")[0]?.trim() ?? ""]
  if (swept !== undefined) refuse([swept], "beside", "sweep", request, context)
  mustHavePlace(["html", "log"], request, context)
  const asked = await subjectOf(request, context)
  return await (questions[question ?? ""] ?? report)(asked, request, context)
}

const report: Ask = async ({ subject }, request, context) => {
  const found = await answerTo(askReport(subject), context, workersOf(request, context))
  const logged = [
    ...(await logOf(request, subject, found, context)),
    ...(await writePage({ report: found, subject }, request, context))
  ]
  return {
    exit: found.isUnstable ? 1 : 0,
    json: { report: found as unknown as Json, written: logged },
    pretty: () => reportText(found, subject, context) + writtenText(logged, context)
  }
}

/**
 * Writes the events of the first replication: XES if the file name says so, else CSV. Returns the path for people.
 */
const logOf = async (
  request: Request,
  subject: SimulationSubject,
  { identity }: Report,
  context: CommandContext
): Promise<readonly string[]> => {
  const named = request.one("log")
  if (named === undefined) return []
  const path = absolute(named, context)
  const log = await eventLogOf(subject, identity.countedFrom, context.terminal.interrupted)
  return [written(path, path.endsWith(".xes") ? xesOf(log) : csvOf(log), context)]
}
