/** `worklist`: cases by the promise that comes first. */
import { defined } from "@hearback/core"
import type { CaseQuery } from "../../index.ts"
import type { Answer, CommandSpec, Context, Json, Request } from "../program/Command.ts"
import { plain } from "../program/PlainJson.ts"
import { countOf, instantOf } from "../program/Values.ts"
import { worklistText } from "../render/Worklist.ts"
import { type Opened, storeOptions, withStore } from "../store/OpenStore.ts"

const states = ["open", "customer-loop-closed", "closed", "expired", "all"] as const

export const command: CommandSpec = {
  name: "worklist",
  arguments: [],
  options: [
    { flag: "--as", value: "id" },
    { flag: "--owner", value: "id" },
    { flag: "--state", value: "state", choices: states },
    { flag: "--kind", value: "kind" },
    { flag: "--category", value: "name" },
    { flag: "--customer", value: "id" },
    { flag: "--order", value: "order", choices: ["due", "received"] },
    { flag: "--limit", value: "n" },
    { flag: "--after", value: "cursor" },
    { flag: "--at", value: "instant" },
    ...storeOptions
  ],
  run: (request, context) =>
    withStore(request, context, (opened) => worklist(opened, request, context), { withoutStaff: true })
}

const worklist = async (
  { loop, policy, now: storeNow }: Opened,
  request: Request,
  context: Context
): Promise<Answer> => {
  const now = instantOf(request, context, policy.zone, storeNow)
  const query = queryOf(request, context)
  const page = await loop.list(query)
  const { after: _, limit: __, order: ___, ...filter } = query
  const total = await loop.count(filter)
  return {
    exit: 0,
    json: { cases: page.items.map((row) => plain(row)) as Json, next: page.next ?? null, total: { ...total } },
    pretty: () => worklistText(page, total, policy, now, context)
  }
}

const queryOf = (request: Request, context: Context): CaseQuery => {
  const state = (request.one("state") ?? "open") as (typeof states)[number]
  const owner = request.one("owner") ?? request.one("as")
  const order = request.one("order") as CaseQuery["order"]
  const limit = countOf(request, "limit", context)
  const plainly = ["kind", "category", "customer", "after"].flatMap((flag) => {
    const value = request.one(flag)
    return value === undefined ? [] : [[flag, value] as const]
  })
  return {
    ...Object.fromEntries(plainly),
    ...defined({
      state: state === "all" ? undefined : state,
      owner,
      order,
      limit: limit === undefined ? undefined : Math.min(limit, 200)
    })
  }
}
