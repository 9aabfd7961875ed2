/** Ids of commands, as events name them: approvals and offers are known by the command that asked for them. */
import { sha256 } from "./Chain.ts"

/** Returns the id of the command with a key; short, so that people can name it. */
export const commandId = (key: string): string => sha256(key).slice(0, 12)
