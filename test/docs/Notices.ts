/** The page of every notice to the staff, made from the table that the engine sends them by. */
import { Bundle, Notice, Text } from "../../packages/core/src/index.ts"
import { placeholders } from "../../packages/policy/src/vocabulary/Vocabulary.ts"

export const noticesPage = "docs/notices.md"

const intro = `# Notices to the staff · 员工通知

Made from \`packages/core/src/draft/Notice.ts\` by \`scripts/write-docs.ts\`; do not edit.

Each notice is a message of the base pack, in English and Chinese, with a subject. A policy rewrites it under its name in
\`messages\`, and switches it off with \`messages: { <name>: removed }\`. Nobody is notified of their own acts. The deputy of
an absent owner gets the owner's notices. Notices to one person within \`sending.digest\` are sent together.

每条通知都是基础包中的一条消息，中英文俱全，并有主题。策略可在 \`消息\` 中按名称改写；写 \`消息: { <名称>: 删去 }\` 即关闭。
自己做的事不通知本人；首问人不在时，由代理人接收。\`发送.合并发送\` 时长内给同一人的通知合并发出。

A notice may use the placeholders of every message, and those of its row. A sentence whose placeholder has no value is left
out. A message that a policy sends by \`send\` of \`escalate\` may use \`clock.title\` \`due.now\` \`due.was\`, one of \`alarms\`
may use \`reason\`.

| notice | recipient · 通知谁 | when · 何时 | further placeholders · 另可写 |
|---|---|---|---|`

const cell = (text: string): string => text.replaceAll("|", "\\|")

const said = (fills: readonly string[]): string =>
  fills.map((name) => `\`{${name}}\` \`{${placeholders[name as keyof typeof placeholders]}}\``).join(", ")

const inBoth = (name: string, part: "to" | "when"): string =>
  Bundle.languages.map((language) => cell(Text.notice(name as Notice.Name, language)[part])).join(" · ")

/** Returns the page. */
export const noticesText = (): string =>
  `${intro}\n${Object.entries(Notice.notices)
    .map(([name, { fills }]) => `| \`${name}\` | ${inBoth(name, "to")} | ${inBoth(name, "when")} | ${said(fills)} |`)
    .join("\n")}\n`
