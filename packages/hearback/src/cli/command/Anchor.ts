/** `anchor`: the record as it is now, in one hash, to be kept elsewhere. */
import type { Answer, CommandSpec, Context } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { type Opened, storeOptions, withStore } from "../store/OpenStore.ts"

export const command: CommandSpec = {
  name: "anchor",
  arguments: [],
  options: storeOptions,
  run: (request, context) => withStore(request, context, (opened) => anchor(opened, context), { withoutStaff: true })
}

const anchor = async ({ loop }: Opened, { texts }: Context): Promise<Answer> => {
  const found = await loop.record.anchor()
  if (found === undefined) return cannotRun({ code: "anchor/none", message: texts.fault.nothingToAnchor })
  const { position, digest } = found
  return { exit: 0, json: { position, digest }, pretty: () => `${JSON.stringify({ position, digest })}\n` }
}
