/** A store opened for one command, with the policy and the people it was filled under unless others are named. */
import { existsSync } from "node:fs"
import type { Bundle } from "@hearback/core"
import { defined, Policy } from "@hearback/core"
import { activeBundle, type Channel, type Directory, defaultTenant, isPolicyPublished, MetaKey } from "@hearback/engine"
import { fileChannel } from "../../channels.ts"
import { Hearback, isHearbackError, type Logger, type Loop, type OpenOptions, type Store } from "../../index.ts"
import { findPeople, shortPath } from "../file/Paths.ts"
import { loadPolicy, peopleIn } from "../policy/PolicyFiles.ts"
import type { CommandContext, Option, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { notAmong } from "../program/Suggestion.ts"
import { openAt, placeOfStore } from "./StorePlace.ts"

/** What every command on a store takes. */
export const storeOptions: readonly Option[] = [
  { flag: "--db", value: "file" },
  { flag: "--key-file", value: "file" }
]

/** What a command takes in which people of the staff have a part. */
export const staffOptions: readonly Option[] = [...storeOptions, { flag: "--people", value: "file" }]

export interface Opened {
  readonly loop: Loop
  readonly policy: Policy.Policy
  /** As the person would type it. */
  readonly db: string
  /** Now by the store's own time: where that is virtual, the instant it was last told.  Units: ms since 1970. */
  readonly now: number
}

/** The folders into which this command line has put messages. */
const FOLDERS = "cli:delivered-to"

const foldersOf = async ({ events }: Store): Promise<readonly string[]> => {
  const kept = await events.meta(defaultTenant, FOLDERS)
  return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : []
}

/** Channels belong to a host: the command line has its own only where a folder is named, or has to be cleared. */
const channelsOf = async (
  store: Store,
  deliverTo: string | undefined,
  isErasing: boolean
): Promise<readonly Channel[]> => {
  const folders = await foldersOf(store)
  if (isErasing)
    return folders.map((folder) => {
      const { send: _, ...eraser } = fileChannel(folder, folder)
      return eraser
    })
  if (deliverTo === undefined) return []
  if (!folders.includes(deliverTo)) await store.events.setMeta(defaultTenant, FOLDERS, [...folders, deliverTo])
  return [fileChannel(deliverTo)]
}

/** Where the policy file stands, so that the people file beside it is found again. */
const PATH = "cli:policy-path"

interface Opening {
  readonly create?: boolean
  readonly policy?: string | undefined
  /** Marks the store for good: time is what `tick --at` says. */
  readonly virtualTime?: boolean
  /** It needs nobody of the staff: it reads, or it is nobody's decision. */
  readonly withoutStaff?: boolean
  /** On virtual time a version to which cases move is in force. */
  readonly isMoving?: boolean
  /** The policy that is named is to be published. */
  readonly isPublishing?: boolean
  /** The folder into which messages are put; without it none leave, and they wait for a process that delivers. */
  readonly deliverTo?: string
  /** What was put into folders is to be removed there, too. */
  readonly isErasing?: boolean
  /** Told of the work that is done. */
  readonly telemetry?: OpenOptions["telemetry"]
}

/** Stands for a people file that is not there. */
const nobody: Directory = {
  person: async () => undefined,
  withRole: async () => [],
  absence: async () => undefined
}

/** Opens the store, runs, closes it whatever happened. `create`: it may be new, and is then filled under the policy. */
export const withStore = async <T>(
  request: Request,
  context: CommandContext,
  use: (opened: Opened) => Promise<T>,
  {
    create = false,
    policy: named,
    virtualTime = false,
    withoutStaff = false,
    isMoving = false,
    isPublishing = false,
    deliverTo,
    isErasing = false,
    telemetry
  }: Opening = {}
): Promise<T> => {
  const place = placeOfStore(request, context)
  const db = place.shown
  const { keys } = place
  // Nothing is left behind where the policy that a new store is to be filled under cannot be used.
  const loadFirst = (): void => void loadPolicy(named, request.one("people"), context)
  const store = await openAt(place, create ? loadFirst : undefined, context)
  let close = (): Promise<void> => store.events.close()
  try {
    // To open a loop on a store without a policy puts one in force: that is for whoever fills it, not for a look.
    if (!create && !(await isPolicyPublished(store.events, defaultTenant))) return withoutPolicy(db, context)
    const kept = await store.events.meta(defaultTenant, PATH)
    const before = typeof kept === "string" && existsSync(kept) ? kept : undefined
    const now = await nowOf(store, context)
    const inForce = await activeBundle(store.events, defaultTenant, now)
    const { bundle, people, path } = await policyOf(request, context, named, before, inForce, create)
    checkPerson(request.one("as"), people, inForce ?? bundle, context)
    const isInForce = inForce === undefined || bundle.content === inForce.content
    if (path !== undefined && path !== kept && isInForce && (create || kept === undefined))
      await store.events.setMeta(defaultTenant, PATH, path)
    // What a file says is not in force because it was named: `publish` alone puts it there, after the first one.
    const loop = await opened(context, {
      policy: isMoving ? bundle : (inForce ?? bundle),
      store,
      logger: warningsTo(context),
      channels: await channelsOf(store, deliverTo, isErasing),
      language: context.language,
      ...defined({ people: people ?? (withoutStaff ? nobody : undefined) }),
      ...(virtualTime ? { virtualTime } : {}),
      ...defined({ telemetry })
    })
    close = () => loop.close()
    const active = (await activeBundle(store.events, defaultTenant, now)) ?? bundle
    if (!isPublishing && bundle.content !== active.content) tellUnpublished(bundle, active, context)
    const answer = await use({
      loop,
      policy: Policy.load(active),
      db,
      now
    })
    // Whatever could not do without the keys has been refused.
    if ((await store.keys.isThere?.()) === false) tellKeysMissing(db, context)
    return answer
  } catch (error) {
    if (!isHearbackError(error, "store/keys")) throw error
    const { keysMissing, keysMissingHelp } = context.texts.fault
    const place = keys === undefined ? undefined : shortPath(keys, context)
    return cannotRun({ code: error.code, message: keysMissing(db), place, help: keysMissingHelp }, error)
  } finally {
    await close()
  }
}

/** Whoever is named has to be among the people, as far as these can be read: a slip would be refused without a guess. */
const checkPerson = (
  id: string | undefined,
  path: string | undefined,
  bundle: Bundle.Bundle,
  context: CommandContext
): void => {
  if (id === undefined || path === undefined) return
  const known = peopleIn(path, bundle, context)?.map((person) => person.id) ?? [id]
  const { fault, frame } = context.texts
  if (!known.includes(id)) notAmong({ code: "people/unknown", message: fault.unknownPerson(id) }, id, known, frame)
}

/** Opens the loop; where staff are missing it is said what to do about it. */
const opened = async ({ texts }: CommandContext, options: OpenOptions): Promise<Loop> => {
  try {
    return await Hearback.open(options)
  } catch (error) {
    if (!isHearbackError(error, "people/missing")) throw error
    const { staffMissing, staffMissingHelp } = texts.fault
    return cannotRun({ code: error.code, message: staffMissing, help: staffMissingHelp }, error)
  }
}

/** A people file that cannot be used is said beside the answer, whose people are those who were known last. */
const warningsTo = (context: CommandContext): Logger => {
  const { terminal, texts, json } = context
  return {
    info: () => {},
    error: () => {},
    warn: (_, { path }) => {
      if (typeof path !== "string") return
      const warning = texts.fault.peopleKept(shortPath(path, context))
      terminal.err(json ? `${JSON.stringify({ warning })}\n` : `${warning}\n`)
    }
  }
}

/** A policy that was named and is not published decides nothing. */
const tellUnpublished = (
  named: Bundle.Bundle,
  active: Bundle.Bundle,
  { terminal, texts, paint }: CommandContext
): void => {
  const [given, inForce] = [named.content.slice(0, 8), active.content.slice(0, 8)]
  terminal.err(`${paint("warn", texts.report.publish.stays(given, inForce))}\n`)
}

/** What is sealed reads like what is erased where its key cannot be had: nobody shall take the one for the other. */
const tellKeysMissing = (db: string, context: CommandContext): void => {
  const { keysMissing, readsAsErased } = context.texts.fault
  const says = `${keysMissing(db)}${readsAsErased}`
  context.terminal.err(`${context.paint("warn", says)}\n`)
}

const nowOf = async ({ events }: Store, { terminal }: CommandContext): Promise<number> => {
  const told = await events.meta(defaultTenant, MetaKey.lastTick)
  return (await events.meta(defaultTenant, "time")) === "virtual" && typeof told === "number" ? told : terminal.now()
}

const withoutPolicy = (db: string, context: CommandContext): never => {
  const { fault } = context.texts
  return cannotRun({
    code: "store/empty",
    message: fault.storeEmpty(db),
    help: fault.storeEmptyHelp
  })
}

interface Chosen {
  readonly bundle: Bundle.Bundle
  readonly people: string | undefined
  readonly path: string | undefined
}

/** The policy named; else the one the store was last opened with, whatever has become of its file; else one found. */
const policyOf = async (
  request: Request,
  context: CommandContext,
  named: string | undefined,
  before: string | undefined,
  last: Bundle.Bundle | undefined,
  create: boolean
): Promise<Chosen> => {
  const asked = request.one("people")
  const bundle = named === undefined && !create ? last : undefined
  if (bundle !== undefined)
    return {
      bundle,
      people: before === undefined && asked === undefined ? undefined : findPeople(asked, before ?? "", context),
      path: before
    }
  const { policy, peoplePath, path } = loadPolicy(named, asked, context)
  // Whoever names another policy does not bring other people along.
  const isOther = last !== undefined && last.content !== policy.bundle.content && asked === undefined
  const people = isOther && before !== undefined ? findPeople(undefined, before, context) : peoplePath
  return { bundle: policy.bundle, people, path }
}
