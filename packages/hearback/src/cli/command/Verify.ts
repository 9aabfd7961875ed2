/** `verify`: checks the whole record. */
import type { Anchor } from "../../index.ts"
import { bytesOf } from "../file/Bytes.ts"
import { absolute, shortPath } from "../file/Paths.ts"
import type { CommandContext, CommandOutput, CommandSpec, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { plain } from "../program/PlainJson.ts"
import { type Opened, storeOptions, withStore } from "../store/OpenStore.ts"

/** The command `verify`. */
export const command: CommandSpec = {
  name: "verify",
  arguments: [],
  options: [...storeOptions, { flag: "--anchor", value: "file" }],
  run: async (request, context) => {
    const anchor = anchorOf(request, context)
    return withStore(request, context, (opened) => verify(opened, anchor, context), { withoutStaff: true })
  }
}

const verify = async (
  { loop }: Opened,
  anchor: Anchor | undefined,
  { paint, texts }: CommandContext
): Promise<CommandOutput> => {
  const { ok, streams, events, breaks, checkpoint } = await loop.verify(anchor === undefined ? {} : { anchor })
  const words = texts.report.verify
  return {
    exit: ok ? 0 : 1,
    json: { streams, events, breaks: plain(breaks), checkpoint: plain(checkpoint ?? null) },
    pretty: () => {
      if (ok) return `${paint("good", words.whole(events, streams))}\n`
      const hasRows = breaks.some(({ row }) => row !== undefined)
      return [
        paint("bad", words.broken(breaks.length)),
        ...breaks.map(({ message }) => `  ${message}`),
        ...(hasRows ? [words.rebuild] : []),
        ""
      ].join("\n")
    }
  }
}

/** Returns the anchor in a file, as `hearback anchor` printed it. */
const anchorOf = (request: Request, context: CommandContext): Anchor | undefined => {
  const named = request.one("anchor")
  if (named === undefined) return undefined
  const path = absolute(named, context)
  const { position, digest } = read(new TextDecoder().decode(bytesOf(path, context)))
  if (typeof position === "number" && typeof digest === "string" && /^[0-9a-f]{64}$/u.test(digest))
    return { position, digest }
  return cannotRun({ code: "anchor/invalid", message: context.texts.fault.noAnchor(shortPath(path, context)) })
}

const read = (text: string): { readonly position?: unknown; readonly digest?: unknown } => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === "object" && value !== null ? value : {}
  } catch {
    return {}
  }
}
