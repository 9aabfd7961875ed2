/** `verify`: walks the whole record. */
import type { Answer, CommandSpec, Context } from "../program/Command.ts"
import { plain } from "../program/PlainJson.ts"
import { type Opened, storeOptions, withStore } from "../store/OpenStore.ts"
import { tableLines } from "../terminal/Table.ts"

export const command: CommandSpec = {
  name: "verify",
  arguments: [],
  options: storeOptions,
  run: (request, context) => withStore(request, context, (opened) => verify(opened, context), { withoutStaff: true })
}

const verify = async ({ loop }: Opened, { paint, texts }: Context): Promise<Answer> => {
  const { ok, streams, events, breaks } = await loop.verify()
  const { heads, ...words } = texts.report.verify
  return {
    exit: ok ? 0 : 1,
    json: { streams, events, breaks: plain(breaks) },
    pretty: () => {
      if (ok) return `${paint("good", words.whole(events, streams))}\n`
      const rows = breaks.map(({ stream, version, problem }) => [stream, String(version), paint("bad", problem)])
      const head = [heads.stream, heads.version, heads.problem].map((text) => ({ head: text }))
      return [
        paint("bad", words.broken(breaks.length)),
        ...tableLines(head, rows, { head: (text) => paint("dim", text) }),
        ""
      ].join("\n")
    }
  }
}
