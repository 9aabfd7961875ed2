/** `measures`: shows the measures of a period beside the targets of the policy. */
import { defined, type Policy } from "@hearback/core"
import { groupingMeant, groupingsOf } from "@hearback/insight"
import type { Measures } from "../../index.ts"
import type { CommandContext, CommandOutput, CommandSpec, Json, Request } from "../program/Command.ts"
import { plain } from "../program/PlainJson.ts"
import { notAmong } from "../program/Suggestion.ts"
import { boundOf } from "../program/Values.ts"
import { measuresText } from "../render/learning/Measures.ts"
import { type Opened, storeOptions, withStore } from "../store/OpenStore.ts"

/** The command `measures`. */
export const command: CommandSpec = {
  name: "measures",
  arguments: [],
  options: [
    { flag: "--from", value: "date" },
    { flag: "--to", value: "date" },
    { flag: "--by", value: "name" },
    { flag: "--percentiles" },
    ...storeOptions
  ],
  run: (request, context) =>
    withStore(request, context, (opened) => measures(opened, request, context), { withoutStaff: true })
}

const measures = async (
  { loop, policy }: Opened,
  request: Request,
  context: CommandContext
): Promise<CommandOutput> => {
  const found = await loop.measures({
    ...defined({
      from: boundOf("from", request, policy.zone, context),
      to: boundOf("to", request, policy.zone, context),
      by: groupingIn(request, policy, context)
    }),
    percentiles: request.has("percentiles")
  })
  return {
    exit: exitOf(found),
    json: plain(found) as { readonly [key: string]: Json },
    pretty: () => measuresText(found, policy, context)
  }
}

/** Returns the grouping that `--by` names, in either language. */
const groupingIn = (request: Request, { bundle }: Policy.Policy, { texts }: CommandContext): string | undefined => {
  const by = request.one("by")
  const known = groupingsOf(bundle)
  if (by === undefined || known.includes(by) || groupingMeant(by) !== undefined) return by
  return notAmong({ code: "usage/bad-choice", message: texts.frame.badChoice("--by", by) }, by, known, texts.frame)
}

/** Returns the exit code: 1 if a target was missed. */
export const exitOf = ({ figures }: Pick<Measures, "figures">): 0 | 1 =>
  figures.some(({ verdict }) => verdict === "missed") ? 1 : 0
