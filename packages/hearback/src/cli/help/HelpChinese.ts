/** Help in Chinese. */
import type { Helps } from "./CommandHelp.ts"
import { policyCommands } from "./PolicyCommandsChinese.ts"
import { recordCommands } from "./RecordCommandsChinese.ts"
import { storeCommands } from "./StoreCommandsChinese.ts"

export const helpChinese: Helps = { ...policyCommands, ...storeCommands, ...recordCommands }
