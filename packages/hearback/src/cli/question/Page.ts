/** Writes the page of an answer if `--html` names a file. */
import { absolute } from "../file/Paths.ts"
import { backtestPageOf } from "../page/BacktestPage.ts"
import { type PageOf, pageOf } from "../page/Page.ts"
import { diffPageOf } from "../page/policy/DiffPage.ts"
import type { CommandContext, Request } from "../program/Command.ts"
import type { ReportParts } from "../render/backtest/ReportForms.ts"
import type { ComparedPolicies } from "../render/diff/DifferenceLines.ts"
import { written } from "../simulate/AnswerFile.ts"
import type { BacktestEstimate } from "../simulate/BacktestEstimate.ts"
import { storyOf } from "../simulate/CaseTimeline.ts"
import type { TouchedStore } from "../store/TouchedCases.ts"

/** Writes a page. Returns its path for people; empty if no file is named. */
const write = async (
  page: () => string | Promise<string>,
  request: Request,
  context: CommandContext
): Promise<readonly string[]> => {
  const named = request.one("html")
  return named === undefined ? [] : [written(absolute(named, context), await page(), context)]
}

/** Writes the page of a simulation, with the course of one case. */
export const writePage = (page: PageOf, request: Request, context: CommandContext): Promise<readonly string[]> =>
  write(
    async () => {
      const story = await storyOf(page.subject, page.report.identity.countedFrom, context.terminal.interrupted)
      return pageOf({ ...page, story }, context)
    },
    request,
    context
  )

/** Writes the page of two compared policies, with the affected cases. */
export const writeDiffPage = (
  compared: ComparedPolicies,
  touched: TouchedStore | undefined,
  request: Request,
  context: CommandContext
): Promise<readonly string[]> => write(() => diffPageOf(compared, touched, context), request, context)

/** Writes the page of a backtest. With an estimate, it shows the course of one case. */
export const writeBacktestPage = (
  seen: ReportParts,
  estimated: BacktestEstimate | undefined,
  request: Request,
  context: CommandContext
): Promise<readonly string[]> =>
  write(
    async () => {
      const found = estimated?.found
      const story =
        found && (await storyOf(found.candidate, found.report.identity.countedFrom, context.terminal.interrupted))
      return backtestPageOf({ seen, estimated, story }, context)
    },
    request,
    context
  )
