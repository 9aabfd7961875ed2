/** `simulate`: what if. A policy, a staff and its customers in virtual time, with honest intervals. */
import { writeFileSync } from "node:fs"
import { askReport, type Subject } from "@hearback/simulation"
import { absolute, shortPath } from "../file/Paths.ts"
import type { Answer, CommandSpec, Context, Json, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { reportText } from "../render/simulate/Report.ts"
import { csvOf, eventLogOf, xesOf } from "../simulate/EventLog.ts"
import { answerTo } from "../simulate/Running.ts"
import { subjectOf } from "../simulate/Subject.ts"

export const command: CommandSpec = {
  name: "simulate",
  arguments: [{ name: "policy" }],
  options: [
    { flag: "--plan", value: "file" },
    { flag: "--log", value: "file" },
    { flag: "--weeks", value: "n" },
    { flag: "--per-day", value: "n" },
    { flag: "--replications", value: "n" },
    { flag: "--seed", value: "n" },
    { flag: "--people", value: "file" }
  ],
  run: async (request, context) => simulate(request, context)
}

const simulate = async (request: Request, context: Context): Promise<Answer> => {
  const { subject } = subjectOf(request, context)
  const report = await answerTo(askReport(subject), context)
  const log = request.one("log")
  const logged =
    log === undefined ? [] : [writeLog(absolute(log, context), subject, report.identity.countedFrom, context)]
  return {
    exit: report.isUnstable ? 1 : 0,
    json: { report: report as unknown as Json, written: logged },
    pretty: () =>
      reportText(report, subject, context) + logged.map((path) => `${context.texts.simulate.written(path)}\n`).join("")
  }
}

/** Writes what happened in the first replication: XES where the name says so, else CSV. Returns the path for people. */
const writeLog = (path: string, subject: Subject, countedFrom: number, context: Context): string => {
  const events = eventLogOf(subject, countedFrom)
  const shown = shortPath(path, context)
  try {
    writeFileSync(path, path.endsWith(".xes") ? xesOf(events) : csvOf(events))
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error
    return cannotRun({ code: "file/unwritable", message: context.texts.fault.fileUnwritable(shown) }, error)
  }
  return shown
}
