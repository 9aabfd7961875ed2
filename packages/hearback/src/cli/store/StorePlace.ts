/** Where a store is: in a file with its key file, or in a database that an address names. */
import { existsSync } from "node:fs"
import { defined } from "@hearback/core"
import { isHearbackError, type Store } from "../../index.ts"
import { postgres, postgresTables } from "../../postgres.ts"
import { hasScheme, isPostgresAddress } from "../../runtime/StoreAddress.ts"
import { storeTrouble } from "../../runtime/StoreTrouble.ts"
import { type StoreTables, sqlite, sqliteTables } from "../../sqlite.ts"
import { absolute, shortPath } from "../file/Paths.ts"
import type { CommandContext, Request } from "../program/Command.ts"
import { CannotRun, cannotRun } from "../program/Fault.ts"

export interface StorePlace {
  /** As a person would type it, without a password. */
  readonly shown: string
  /** The file of the keys, where one is named. */
  readonly keys: string | undefined
  /** Whether what the driver says of a failure tells a person more than we can. */
  readonly saysWhy: boolean
  /** Opens the tables alone; undefined where there is no file and none may be made. */
  readonly openTables: (mayMake: boolean) => Promise<StoreTables | undefined>
  /** Opens the store; undefined where it is not there and may not be made. */
  readonly open: (mayMake: boolean) => Promise<Store | undefined>
}

/** Returns the place that the command line, or the environment, names. */
export const placeOfStore = (request: Request, context: CommandContext): StorePlace => {
  const { fault } = context.texts
  const named = request.one("db") ?? context.terminal.env["HEARBACK_DB"]
  if (named === undefined || named === "")
    return cannotRun({ code: "store/none", message: fault.noStore, help: fault.noStoreHelp })
  const keyFile = request.one("key-file")
  if (isPostgresAddress(named)) {
    if (keyFile !== undefined) return cannotRun({ code: "store/keys", message: fault.keysInDatabase })
    return {
      shown: withoutPassword(named),
      keys: undefined,
      saysWhy: true,
      open: (mayMake) => openAddress(named, mayMake),
      openTables: () => postgresTables({ url: named })
    }
  }
  if (hasScheme(named) || named === ":memory:")
    return cannotRun({
      code: "store/none",
      message: fault.noSuchStore(withoutPassword(named)),
      help: fault.noSuchStoreHelp
    })
  const inEnvironment = context.terminal.env["HEARBACK_KEY_FILE"]
  const path = keyFile ?? (inEnvironment === "" ? undefined : inEnvironment)
  return fileAt(absolute(named, context), path === undefined ? undefined : absolute(path, context), context)
}

const openAddress = async (url: string, mayMake: boolean): Promise<Store | undefined> => {
  try {
    return await postgres({ url, migrate: mayMake })
  } catch (error) {
    if (isHearbackError(error, "store/missing")) return undefined
    throw error
  }
}

const withoutPassword = (address: string): string => address.replace(/^([^:]+:\/\/[^:@/]*):[^@/]*@/, "$1@")

const fileAt = (path: string, keys: string | undefined, context: CommandContext): StorePlace => ({
  shown: shortPath(path, context),
  keys,
  saysWhy: false,
  open: async (mayMake) => {
    if (!mayMake && !existsSync(path)) return undefined
    return sqlite(path, defined({ keys }))
  },
  openTables: async (mayMake) => (mayMake || existsSync(path) ? sqliteTables(path, defined({ keys })) : undefined)
})

/**
 * Opens a store. One that is not there is made where that is allowed, after `beforeMaking`; else the command ends with what to
 * do about it.
 */
export const openAt = async (
  place: StorePlace,
  beforeMaking: (() => void) | undefined,
  context: CommandContext
): Promise<Store> => {
  const { fault } = context.texts
  const open = (mayMake: boolean): Promise<Store | undefined> => explained(place, context, () => place.open(mayMake))
  const found = await open(false)
  if (found !== undefined) return found
  beforeMaking?.()
  const made = beforeMaking === undefined ? undefined : await open(true)
  const message = fault.storeMissing(place.shown)
  return made ?? cannotRun({ code: "store/missing", message, help: fault.storeMissingHelp })
}

/** Runs a function on the store at a path or address; where that fails, it is said what to do about it. */
export const explained = async <T>(place: StorePlace, context: CommandContext, use: () => Promise<T>): Promise<T> => {
  const { fault } = context.texts
  try {
    return await use()
  } catch (error) {
    if (error instanceof CannotRun || context.terminal.interrupted.aborted) throw error
    const code = isHearbackError(error) ? error.code : "store/unavailable"
    const failed = fault.storeFailed(place.shown)
    const message = saidByStore.has(code) ? fault.because(failed, messageOf(error)) : failed
    const isOfServer = code === "store/unavailable" || code === "store/refused"
    const keysThere = code === "store/keys" ? fault.databaseKeys : undefined
    const said = isOfServer ? fault.serverSays(messageOf(error)) : keysThere
    const help = (place.saysWhy ? said : undefined) ?? storeTrouble(code)[context.language]
    return cannotRun({ code, message, help }, error)
  }
}

/** Codes with several reasons, of which the message names the one. */
const saidByStore: ReadonlySet<string> = new Set(["store/export", "store/schema", "store/keys"])

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
