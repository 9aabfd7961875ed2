/** Finds where a store is: in a file with its key file, or in a database with an address. */
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

/** Where a store is. */
export interface StorePlace {
  /** The path or address as a person would type it, without a password. */
  readonly shown: string
  /** The file of the keys, if one is given. */
  readonly keys: string | undefined
  /** Returns whether the driver's own message about a failure is more helpful. */
  readonly saysWhy: boolean
  /** Opens only the tables; undefined if there is no file and none may be made. */
  readonly openTables: (mayMake: boolean) => Promise<StoreTables | undefined>
  /** Opens the store; undefined if it does not exist and may not be made. */
  readonly open: (mayMake: boolean) => Promise<Store | undefined>
}

/** Returns the place that the command line, or the environment, gives. */
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
 * Opens a store. A missing one is made if that is allowed, after `beforeMaking`; otherwise the command ends with
 * advice.
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

/** Runs a function on the store at a path or address; if it fails, the message says what to do. */
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
