/**
 * Opens a store for one command, with the policy and the people with which it was filled, unless others are given.
 */
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

/** The flags of every command on a store. */
export const storeOptions: readonly Option[] = [
  { flag: "--db", value: "file" },
  { flag: "--key-file", value: "file" }
]

/** The flags of a command that concerns people of the staff. */
export const staffOptions: readonly Option[] = [...storeOptions, { flag: "--people", value: "file" }]

/** An open store with its policy and people. */
export interface Opened {
  readonly loop: Loop
  readonly policy: Policy.Policy
  /** The path or address as the person would type it. */
  readonly db: string
  /**
   * The current instant by the store's time. With virtual time, the instant of the last tick.  Units: ms since 1970.
   */
  readonly now: number
}

/** The folders into which this command line has put messages. */
const FOLDERS = "cli:delivered-to"

const foldersOf = async ({ events }: Store): Promise<readonly string[]> => {
  const kept = await events.meta(defaultTenant, FOLDERS)
  return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : []
}

/** Channels belong to a host. The command line has its own only if a folder is given or must be cleared. */
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

/** The path of the policy file, by which the people file beside it is found. */
const PATH = "cli:policy-path"

interface Opening {
  readonly create?: boolean
  readonly policy?: string | undefined
  /** Marks the store permanently: its time is that of `tick --at`. */
  readonly virtualTime?: boolean
  /** Whether the command needs no people of the staff, because it only reads or decides nothing. */
  readonly withoutStaff?: boolean
  /** Whether a version to which cases move comes into force; only with virtual time. */
  readonly isMoving?: boolean
  /** Whether the given policy is to be published. */
  readonly isPublishing?: boolean
  /** The folder into which messages are put. Without it, messages wait for a process that delivers them. */
  readonly deliverTo?: string
  /** Whether copies in folders must be removed, too. */
  readonly isErasing?: boolean
  /** An observer of the work. */
  readonly telemetry?: OpenOptions["telemetry"]
}

/** Stands for a missing people file. */
const nobody: Directory = {
  person: async () => undefined,
  withRole: async () => [],
  absence: async () => undefined
}

/** Opens the store, runs, and always closes it. `create`: a missing store is made and filled under the policy. */
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
  // If the policy for a new store cannot be used, nothing is left behind.
  const loadFirst = (): void => void loadPolicy(named, request.one("people"), context)
  const store = await openAt(place, create ? loadFirst : undefined, context)
  let close = (): Promise<void> => store.events.close()
  try {
    // Opening a loop on a store without a policy puts one into force. This is allowed only to a command that fills
    // the store, not to one that reads.
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
    // Naming a policy file does not put it into force. After the first version, only `publish` does.
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
    // Commands that need the keys were already refused.
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

/**
 * Checks that a named person is in the people file, if it can be read, because the engine would refuse a typing error
 * without a guess.
 */
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

/** Opens the loop; if people are missing, the message says what to do. */
const opened = async ({ texts }: CommandContext, options: OpenOptions): Promise<Loop> => {
  try {
    return await Hearback.open(options)
  } catch (error) {
    if (!isHearbackError(error, "people/missing")) throw error
    const { staffMissing, staffMissingHelp } = texts.fault
    return cannotRun({ code: error.code, message: staffMissing, help: staffMissingHelp }, error)
  }
}

/** Reports a people file that cannot be used beside the answer. The last known people are used. */
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

/** Reports a given policy that is not published, because it decides nothing. */
const tellUnpublished = (
  named: Bundle.Bundle,
  active: Bundle.Bundle,
  { terminal, texts, paint }: CommandContext
): void => {
  const [given, inForce] = [named.content.slice(0, 8), active.content.slice(0, 8)]
  terminal.err(`${paint("warn", texts.report.publish.stays(given, inForce))}\n`)
}

/** Reports missing keys. Without its key, encrypted data looks like erased data, so the two must not be confused. */
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

/**
 * Returns the given policy; else the one with which the store was last opened, even if its file is gone; else one
 * that is found.
 */
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
  // Another policy does not bring its own people.
  const isOther = last !== undefined && last.content !== policy.bundle.content && asked === undefined
  const people = isOther && before !== undefined ? findPeople(undefined, before, context) : peoplePath
  return { bundle: policy.bundle, people, path }
}
