/** Placeholders of messages: the words of the language in English and Chinese, facts, dues, and other messages. */
import type { Names } from "./Names.ts"

/** Every fixed placeholder, with its Chinese word. */
const fixed: Readonly<Record<string, string>> = {
  "case.id": "编号",
  "case.link": "链接",
  "received.date": "收到日期",
  "customer.name": "客户",
  "owner.name": "首问人",
  "owner.contact": "首问人联系方式",
  "owner.department": "首问部门",
  "next.promise": "下一承诺",
  "next.due": "下一时限",
  "due.was": "原时限",
  "due.now": "新时限",
  reason: "理由",
  result: "结果",
  shortfall: "差距原因",
  proposal: "方案",
  correction: "已采取措施",
  decision: "结论",
  "root-cause": "根因",
  prevention: "预防措施",
  "prevention.live-since": "生效日期"
}

const english: ReadonlyMap<string, string> = new Map(Object.entries(fixed).map(([word, zh]) => [zh, word]))
const due = "due."
const dueChinese = "时限."

/** Whether the language gives this word; a fact or a message of the same name is then never meant. */
export const isFixed = (word: string): boolean => Object.hasOwn(fixed, word)

/** Returns a placeholder in its one form, English, or nothing where there is none of that name. */
export const placeholderOf = (word: string, names: Names): string | undefined => {
  if (isFixed(word)) return word
  const known = english.get(word)
  if (known !== undefined) return known
  if (names.fact.has(word) || names.message.has(word)) return word
  const clock = word.startsWith(due)
    ? word.slice(due.length)
    : word.startsWith(dueChinese)
      ? word.slice(dueChinese.length)
      : ""
  return clock !== "" && (names.clock.has(clock) || names.gate.has(clock)) ? due + clock : undefined
}

/** Returns every placeholder that a message of this policy may use. */
export const allPlaceholders = (names: Names): readonly string[] => [
  ...Object.keys(fixed),
  ...[...names.clock.keys()].map((clock) => due + clock),
  ...names.fact.keys(),
  ...names.message.keys()
]

/** Finds `{…}` in a text. Words with blanks or line breaks inside braces are no placeholder. */
export const pattern = /\{([^{}\s][^{}\n]*?)\}/gu
