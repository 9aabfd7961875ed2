/** `rebuild`: derives the rows of lists and of the outbox from the events again. */
import type { CommandContext, CommandOutput, CommandSpec, Request } from "../program/Command.ts"
import { plain } from "../program/PlainJson.ts"
import { type Opened, storeOptions, withStore } from "../store/OpenStore.ts"

/** The command `rebuild`. */
export const command: CommandSpec = {
  name: "rebuild",
  arguments: [],
  options: [...storeOptions, { flag: "--restored" }],
  run: (request, context) =>
    withStore(request, context, (opened) => rebuild(opened, request, context), { withoutStaff: true })
}

const rebuild = async (
  { loop }: Opened,
  request: Request,
  { paint, texts }: CommandContext
): Promise<CommandOutput> => {
  const { put, out } = await loop.record.rebuild({ restored: request.has("restored") })
  const sum = (counts: typeof put): number => counts.case + counts.arrival + counts.message
  return {
    exit: 0,
    json: { put: plain(put), out: plain(out) },
    pretty: () => `${paint("good", texts.report.rebuild.done(sum(put), sum(out)))}\n`
  }
}
