/** A store opened for one command, with the policy and the people it was filled under unless others are named. */
import { existsSync } from "node:fs"
import type { Bundle } from "@hearback/core"
import { Policy } from "@hearback/core"
import { remembered } from "@hearback/engine"
import { Hearback, type Loop } from "hearback"
import { fileChannel } from "hearback/channels"
import { sqlite } from "hearback/sqlite"
import { absolute, findPeople, spoken } from "../file/Find.ts"
import { loadPolicy } from "../policy/Load.ts"
import type { Context, Option, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"

/** What every command on a store takes. */
export const storeOptions: readonly Option[] = [
  { flag: "--db", value: "file" },
  { flag: "--policy", value: "file" },
  { flag: "--people", value: "file" }
]

export interface Opened {
  readonly loop: Loop
  readonly policy: Policy.Policy
  /** As the person would type it. */
  readonly db: string
  /** Where messages to customers and staff are put. */
  readonly outbox: string
}

/** Where the policy file stands, so that the people file beside it is found again. */
const PATH = "cli:policy-path"

/** Opens the store, runs, closes it whatever happened. `create`: it may be new, and is then filled under the policy. */
export const withStore = async <T>(
  request: Request,
  context: Context,
  use: (opened: Opened) => Promise<T>,
  {
    create = false,
    policy: named = request.one("policy")
  }: { readonly create?: boolean; readonly policy?: string | undefined } = {}
): Promise<T> => {
  const db = pathOf(request, context, create)
  const outbox = `${db}.outbox`
  const store = sqlite(db)
  try {
    const kept = await store.events.meta(PATH)
    const before = typeof kept === "string" && existsSync(kept) ? kept : undefined
    const { bundle, people, path } = await policyOf(
      request,
      context,
      named,
      before,
      () => remembered(store.events),
      create
    )
    if (path !== undefined && path !== kept && (create || kept === undefined)) await store.events.setMeta(PATH, path)
    const loop = await Hearback.open({
      policy: bundle,
      store,
      channels: [fileChannel(outbox)],
      language: context.language,
      ...(people === undefined ? {} : { people })
    })
    return await use({ loop, policy: Policy.load(bundle), db: spoken(db, context), outbox: spoken(outbox, context) })
  } finally {
    await store.events.close()
  }
}

const pathOf = (request: Request, context: Context, create: boolean): string => {
  const { fault } = context.texts
  const named = request.one("db") ?? context.terminal.env["HEARBACK_DB"]
  if (named === undefined || named === "")
    return cannotRun({ code: "store/none", message: fault.noStore, help: fault.noStoreHelp })
  const db = absolute(named, context)
  if (!create && !existsSync(db))
    return cannotRun({
      code: "store/missing",
      message: fault.storeMissing(spoken(db, context)),
      help: fault.storeMissingHelp
    })
  return db
}

interface Chosen {
  readonly bundle: Bundle.Bundle
  readonly people: string | undefined
  readonly path: string | undefined
}

/** The policy named; else the one the store was last opened with, whatever has become of its file; else one found. */
const policyOf = async (
  request: Request,
  context: Context,
  named: string | undefined,
  before: string | undefined,
  last: () => Promise<Bundle.Bundle | undefined>,
  create: boolean
): Promise<Chosen> => {
  const asked = request.one("people")
  const bundle = named === undefined && !create ? await last() : undefined
  if (bundle !== undefined)
    return {
      bundle,
      people: before === undefined && asked === undefined ? undefined : findPeople(asked, before ?? "", context),
      path: before
    }
  const { policy, peoplePath, path } = loadPolicy(named, asked, context)
  return { bundle: policy.bundle, people: peoplePath, path }
}
