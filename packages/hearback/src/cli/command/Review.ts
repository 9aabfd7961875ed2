/** `review`: shows the data for a review of the policy, or the report to customers. */
import type { CommandContext, CommandOutput, CommandSpec, Json, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { plain } from "../program/PlainJson.ts"
import { notAmong } from "../program/Suggestion.ts"
import { instantOf } from "../program/Values.ts"
import { publicReportText, stoppedText } from "../render/learning/PublicReport.ts"
import { reviewsText, reviewText } from "../render/learning/Review.ts"
import { type Opened, storeOptions, withStore } from "../store/OpenStore.ts"
import { exitOf } from "./Measures.ts"

/** The command `review`. */
export const command: CommandSpec = {
  name: "review",
  arguments: [{ name: "name" }],
  options: [{ flag: "--public" }, { flag: "--at", value: "instant" }, ...storeOptions],
  run: (request, context) =>
    withStore(
      request,
      context,
      (opened) => (request.has("public") ? said(opened, request, context) : review(opened, request, context)),
      { withoutStaff: true }
    )
}

const review = async (
  { loop, policy, now }: Opened,
  request: Request,
  context: CommandContext
): Promise<CommandOutput> => {
  const reviews = policy.bundle.learning?.reviews ?? {}
  const known = Object.keys(reviews)
  const name = request.arguments[0] ?? (known.length === 1 ? known[0] : undefined)
  if (name === undefined) return { exit: 0, json: { reviews }, pretty: () => reviewsText(reviews, context) }
  if (!known.includes(name)) return unknownReview(name, known, context)
  const at = instantOf(request, context, policy.zone, now)
  const pack = await loop.review(name, { at: new Date(at) })
  return {
    exit: exitOf(pack),
    json: { review: plain(pack) },
    pretty: () => reviewText(pack, policy, at, context)
  }
}

const said = async (
  { loop, policy, now }: Opened,
  request: Request,
  context: CommandContext
): Promise<CommandOutput> => {
  if (policy.bundle.learning?.youSaidWeDid === undefined) return noReport(context)
  const at = instantOf(request, context, policy.zone, now)
  const report = await loop.saidAndDone({ at: new Date(at) })
  if (!report.ok)
    return {
      exit: 1,
      json: plain(report) as { readonly [key: string]: Json },
      pretty: () => stoppedText(report, policy, context)
    }
  return {
    exit: 0,
    json: plain(report) as { readonly [key: string]: Json },
    pretty: () => publicReportText(report, policy, context)
  }
}

const unknownReview = (name: string, known: readonly string[], { texts }: CommandContext): never => {
  return notAmong({ code: "review/unknown", message: texts.learning.noReview(name) }, name, known, texts.frame)
}

const noReport = ({ texts }: CommandContext): never =>
  cannotRun({ code: "review/unknown", message: texts.learning.noReport, help: texts.learning.noReportHelp })
