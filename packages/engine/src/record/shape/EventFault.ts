/** Why a stored event cannot be read, with its place and what to do, in both languages. */
import type { Bundle } from "@hearback/core"
import type { Expectation, Misfit } from "./Shape.ts"

/** Where an event stands. */
interface Place {
  readonly stream: string
  readonly version: number
  /** In the whole record; absent where only the clear part was read. */
  readonly position?: number
  readonly type: string
}

export type EventFault = Place & Misread

export type Misread =
  | {
      /** `type`, `version`, `seal`: a later version of hearback wrote it. */
      readonly reason: "type" | "version" | "seal"
    }
  /**
   * `torn`: it is no event at all. `damaged`: what is sealed are not the bytes that were sealed. `missing`: the head of its
   * stream names it, and it is not there.
   */
  | { readonly reason: "torn" | "damaged" | "missing" }
  | ({ readonly reason: "field" } & Misfit)

/** An event that cannot be read: the same fails again until somebody acts. */
export interface RecordError extends Error {
  readonly name: "HearbackError"
  /** `record/later`: a later version of hearback wrote it. */
  readonly code: "record/later" | "record/unreadable"
  readonly retryable: false
  readonly fault: EventFault
}

export const recordError = (fault: EventFault): RecordError =>
  Object.assign(new Error(faultSentence(fault).en), {
    name: "HearbackError" as const,
    code: isLater(fault) ? ("record/later" as const) : ("record/unreadable" as const),
    retryable: false as const,
    fault
  })

/** Tells by the name, not by `instanceof`: two copies of a package may be loaded. */
export const isRecordError = (error: unknown): error is RecordError =>
  error instanceof Error && error.name === "HearbackError" && "fault" in error

type Sentence = Readonly<Record<Bundle.Language, string>>

/** Whether a later version of hearback wrote it: then this process has to be upgraded, and nothing is broken. */
export const isLater = (fault: EventFault): boolean =>
  fault.reason === "field"
    ? "be" in fault.expected && fault.expected.be === "none"
    : fault.reason !== "damaged" && fault.reason !== "torn" && fault.reason !== "missing"

/** Returns what is wrong and what to do. */
export const faultSentence = (fault: EventFault): Sentence => {
  const [what, remedy] = [saying(fault), isLater(fault) ? upgrade : putBack]
  const { stream, version, position, type } = fault
  const at = position === undefined ? ["", ""] : [`, position ${position}`, `，位置 ${position}`]
  return {
    en: `\`${stream}\`: event ${version}${type === "" ? "" : ` (\`${type}\`${at[0]})`} ${what.en}; ${remedy.en}`,
    "zh-CN": `\`${stream}\`：第 ${version} 个事件${type === "" ? "" : `（\`${type}\`${at[1]}）`}${what["zh-CN"]}；${remedy["zh-CN"]}`
  }
}

const upgrade: Sentence = {
  en: "upgrade this process to the version that wrote it; until then nothing is written after it",
  "zh-CN": "请将本进程升级到写入它的版本；在此之前不会在其后写入任何内容"
}
const putBack: Sentence = {
  en: "put back a copy of the store in which it is whole; `hearback verify` names every such event",
  "zh-CN": "请恢复该事件完好的数据副本；`hearback verify` 会列出所有此类事件"
}

const saying = (fault: EventFault): Sentence => {
  switch (fault.reason) {
    case "type":
      return { en: "is of a type that this version does not know", "zh-CN": "的类型是本版本不认识的" }
    case "version":
      return { en: "has a later version than this one knows", "zh-CN": "的版本比本版本所知的更新" }
    case "seal":
      return { en: "is sealed in a way that this version does not know", "zh-CN": "的密封方式是本版本不认识的" }
    case "torn":
      return { en: "is damaged", "zh-CN": "已损坏" }
    case "missing":
      return {
        en: "is missing, though the head of the stream names it",
        "zh-CN": "缺失，但事件流的末端记录表明它应当存在"
      }
    case "damaged":
      return { en: "has a sealed part that is damaged", "zh-CN": "的密封部分已损坏" }
    case "field":
      return fieldSaying(fault)
  }
}

const fieldSaying = ({ path, expected, found }: Misfit): Sentence => {
  const name = path.length === 0 ? undefined : `\`${path.join(".")}\``
  if ("be" in expected && expected.be === "none")
    return {
      en: `has ${name ?? "more"}, which this version does not know`,
      "zh-CN": `含有本版本不认识的${name ?? "内容"}`
    }
  const [en, zh] = [name ?? "its body", name ?? "正文"]
  const should = expectedSaying(expected)
  const is = kinds[found]
  return {
    en: `is not readable: ${en} has to be ${should.en}, and ${is.en}`,
    "zh-CN": `无法读取：${zh}应为${should["zh-CN"]}，实际${is["zh-CN"]}`
  }
}

const expectedSaying = (expected: Expectation): Sentence => {
  if ("oneOf" in expected) {
    const words = expected.oneOf.map((word) => `\`${word}\``)
    return { en: `one of ${words.join(", ")}`, "zh-CN": words.join("、") }
  }
  if ("length" in expected) return { en: `a list of ${expected.length}`, "zh-CN": `含 ${expected.length} 项的列表` }
  return kindNames[expected.be]
}

const kindNames: Readonly<Record<Extract<Expectation, { be: unknown }>["be"], Sentence>> = {
  text: { en: "a text", "zh-CN": "文本" },
  number: { en: "a number", "zh-CN": "数字" },
  "yes-no": { en: "true or false", "zh-CN": "真或假" },
  nothing: { en: "null", "zh-CN": "空值" },
  list: { en: "a list", "zh-CN": "列表" },
  object: { en: "an object", "zh-CN": "对象" },
  "one of its forms": { en: "of one of its forms", "zh-CN": "规定的形式之一" },
  none: { en: "absent", "zh-CN": "空缺" }
}

const kinds: Readonly<Record<Misfit["found"], Sentence>> = {
  text: { en: "is a text", "zh-CN": "为文本" },
  number: { en: "is a number", "zh-CN": "为数字" },
  "yes-no": { en: "is true or false", "zh-CN": "为真或假" },
  nothing: { en: "is null", "zh-CN": "为空值" },
  list: { en: "is a list", "zh-CN": "为列表" },
  object: { en: "is an object", "zh-CN": "为对象" },
  absent: { en: "is absent", "zh-CN": "缺失" },
  another: { en: "is another one", "zh-CN": "为其他内容" }
}
