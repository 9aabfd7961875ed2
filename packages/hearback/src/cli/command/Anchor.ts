/** `anchor`: returns one hash of the current record, to be kept in another place. */
import type { CommandContext, CommandOutput, CommandSpec } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { type Opened, storeOptions, withStore } from "../store/OpenStore.ts"

/** The command `anchor`. */
export const command: CommandSpec = {
  name: "anchor",
  arguments: [],
  options: storeOptions,
  run: (request, context) => withStore(request, context, (opened) => anchor(opened, context), { withoutStaff: true })
}

const anchor = async ({ loop }: Opened, { texts }: CommandContext): Promise<CommandOutput> => {
  const found = await loop.record.anchor()
  if (found === undefined) return cannotRun({ code: "anchor/none", message: texts.fault.nothingToAnchor })
  // The file itself says what it is.
  const kept = { ...found, says: texts.report.anchor.says(found.position) }
  return { exit: 0, json: kept, pretty: () => `${JSON.stringify(kept)}\n` }
}
