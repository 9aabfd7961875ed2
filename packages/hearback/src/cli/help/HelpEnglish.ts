/** Help in English. */
import type { Helps } from "./CommandHelp.ts"
import { policyCommands } from "./PolicyCommandsEnglish.ts"
import { recordCommands } from "./RecordCommandsEnglish.ts"
import { storeCommands } from "./StoreCommandsEnglish.ts"

export const helpEnglish: Helps = { ...policyCommands, ...storeCommands, ...recordCommands }
