/** `list`: finds cases of any state, by their properties or by the words of their customers. */
import type { CaseFilter, CaseQuery, CaseRow } from "../../index.ts"
import { isHearbackError } from "../../index.ts"
import type { CommandContext, CommandOutput, CommandSpec, Json, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { plain } from "../program/PlainJson.ts"
import { instantOf } from "../program/Values.ts"
import { worklistText } from "../render/Worklist.ts"
import { caseOptions, caseQueryOf, unknownName } from "../store/CaseFlags.ts"
import { type Opened, staffOptions, withStore } from "../store/OpenStore.ts"

/** The command `list`. */
export const command: CommandSpec = {
  name: "list",
  arguments: [],
  options: [{ flag: "--text", value: "words" }, ...caseOptions, ...staffOptions],
  run: (request, context) =>
    withStore(request, context, (opened) => listed(opened, request, context, { order: "received" }), {
      withoutStaff: true
    })
}

/** Lists the cases that the flags select. */
export const listed = async (
  { loop, policy, now: storeNow }: Opened,
  request: Request,
  context: CommandContext,
  otherwise: Pick<CaseQuery, "state" | "order">
): Promise<CommandOutput> => {
  const now = instantOf(request, context, policy.zone, storeNow)
  const query = caseQueryOf(request, policy, context, otherwise)
  try {
    const page = await wholePage(loop, query)
    // How many cases have the words is known only after all have been read.
    const total = query.text === undefined ? await loop.count(filterOf(query)) : undefined
    return {
      exit: 0,
      json: { cases: page.items.map((row) => plain(row)) as Json, next: page.next ?? null, total: total ?? null },
      pretty: () => worklistText(page, total, policy, now, context)
    }
  } catch (error) {
    if (isHearbackError(error, "call/invalid")) return unknownName(query, policy, context)
    if (!isHearbackError(error, "store/cursor")) throw error
    return cannotRun({ code: error.code, message: context.texts.fault.badCursor }, error)
  }
}

const filterOf = ({ text: _, order: __, after: ___, limit: ____, ...filter }: CaseQuery): CaseFilter => filter

/** Continues while a page of a search is not full and there are more cases to search. */
const wholePage = async (loop: Opened["loop"], query: CaseQuery): ReturnType<Opened["loop"]["list"]> => {
  const limit = query.limit ?? 50
  const items: CaseRow[] = []
  for (let place = query; ; ) {
    const page = await loop.list({ ...place, limit: limit - items.length })
    items.push(...page.items)
    if (page.next === undefined) return { items }
    if (items.length >= limit) return { items, next: page.next }
    place = { ...place, after: page.next }
  }
}
