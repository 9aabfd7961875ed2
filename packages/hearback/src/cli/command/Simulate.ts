/** `simulate`: what if. A policy, a staff and its customers in virtual time, with honest intervals. */
import { askReport } from "@hearback/simulation"
import type { Answer, CommandSpec, Context, Json, Request } from "../program/Command.ts"
import { reportText } from "../render/simulate/Report.ts"
import { answerTo } from "../simulate/Running.ts"
import { subjectOf } from "../simulate/Subject.ts"

export const command: CommandSpec = {
  name: "simulate",
  arguments: [{ name: "policy" }],
  options: [
    { flag: "--plan", value: "file" },
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
  return {
    exit: report.isUnstable ? 1 : 0,
    json: { report: report as unknown as Json },
    pretty: () => reportText(report, subject, context)
  }
}
