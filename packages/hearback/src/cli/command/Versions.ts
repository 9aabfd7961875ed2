/** `versions`: lists the published versions of the policy, with who published each and why. */
import { Instant, Text } from "@hearback/core"
import type { CommandContext, CommandOutput, CommandSpec } from "../program/Command.ts"
import { plain } from "../program/PlainJson.ts"
import { type Opened, storeOptions, withStore } from "../store/OpenStore.ts"
import { tableLines } from "../terminal/Table.ts"
import { tableWidth } from "../terminal/Terminal.ts"
import { readerText } from "../text/Words.ts"

/** The command `versions`. */
export const command: CommandSpec = {
  name: "versions",
  arguments: [],
  options: storeOptions,
  run: (request, context) => withStore(request, context, (opened) => list(opened, context), { policy: undefined })
}

const list = async (
  { loop, policy }: Opened,
  { paint, texts, language, terminal }: CommandContext
): Promise<CommandOutput> => {
  const versions = await loop.policy.versions()
  const words = texts.report.publish
  // Versions are kept for years, so dates have a year.
  const day = (at: Date): string => Instant.renderInstant(at.getTime(), policy.zone)
  const rows = versions.map(({ content, state, at, by, signedBy, reason = "", effective }) => [
    content.slice(0, 8),
    state === "next" && effective !== undefined ? words.from(day(effective)) : words.states[state],
    day(at),
    [by, ...(signedBy === undefined ? [] : [signedBy])].map((id) => readerText(id, texts)).join(texts.word.comma),
    Text.word("because", reason, language)
  ])
  const heads = [words.heads.version, words.heads.state, words.heads.at, words.heads.by, words.heads.reason]
  return {
    exit: 0,
    json: { versions: versions.map((one) => plain(one)) },
    pretty: () =>
      [
        ...tableLines(
          heads.map((head) => ({ head })),
          rows,
          { head: (text) => paint("dim", text), within: tableWidth(terminal) }
        ),
        ""
      ].join("\n")
  }
}
