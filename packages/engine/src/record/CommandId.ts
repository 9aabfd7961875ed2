/** Ids of commands in events. Approvals and offers are identified by the command that asked for them. */
import { sha256 } from "./Chain.ts"

/** Returns the id of the command with a key. It is short, so that people can use it. */
export const commandId = (key: string): string => sha256(key).slice(0, 12)
