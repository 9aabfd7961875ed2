/** `versions`: what was published of the policy, by whom and why. */
import { Text } from "@hearback/core"
import type { Answer, CommandSpec, Context } from "../program/Command.ts"
import { plain } from "../program/PlainJson.ts"
import { type Opened, storeOptions, withStore } from "../store/OpenStore.ts"
import { tableLines } from "../terminal/Table.ts"
import { localTime } from "../terminal/Times.ts"

export const command: CommandSpec = {
  name: "versions",
  arguments: [],
  options: storeOptions,
  run: (request, context) => withStore(request, context, (opened) => list(opened, context), { policy: undefined })
}

const list = async ({ loop, policy, now }: Opened, { paint, texts, language }: Context): Promise<Answer> => {
  const versions = await loop.policy.versions()
  const words = texts.report.publish
  const rows = versions.map(({ content, state, at, by, signedBy, reason = "", effective }) => [
    content.slice(0, 8),
    state === "next" && effective !== undefined
      ? words.from(localTime(effective.getTime(), policy.zone, now, language))
      : words.states[state],
    localTime(at.getTime(), policy.zone, now, language),
    signedBy === undefined ? by : `${by}, ${signedBy}`,
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
          { head: (text) => paint("dim", text) }
        ),
        ""
      ].join("\n")
  }
}
