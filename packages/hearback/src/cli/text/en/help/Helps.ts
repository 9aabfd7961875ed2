/** Help in English. */
import type { Helps } from "./CommandHelp.ts"
import { policyCommands } from "./PolicyCommands.ts"
import { recordCommands } from "./RecordCommands.ts"
import { storeCommands } from "./StoreCommands.ts"

export const helps: Helps = { ...policyCommands, ...storeCommands, ...recordCommands }
