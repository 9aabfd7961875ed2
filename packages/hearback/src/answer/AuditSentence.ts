/** What an audit found, as sentences. */
import { type Bundle, Text } from "@hearback/core"
import { type AuditFault, faultSentence } from "@hearback/engine"

type Saying = Readonly<Record<Bundle.Language, string>>

/** Returns what was found, with the place of it. */
export const auditSentence = (fault: AuditFault, language: Bundle.Language): string => sayingOf(fault)[language]

const sayingOf = (fault: AuditFault): Saying => {
  switch (fault.kind) {
    case "stream":
      return streamSaying(fault)
    case "event":
      return Text.eachLanguage((language) => faultSentence(fault.fault, language))
    case "checkpoint":
      return checkpointSayings[fault.reason]
    case "anchor":
      return {
        en: `the record up to event ${fault.position} is not the one that was anchored`,
        "zh-CN": `截至第 ${fault.position} 个事件的记录与锚点不符`
      }
    case "row":
      return rowSaying(fault)
  }
}

const streamSaying = ({ stream, version, reason }: Extract<AuditFault, { kind: "stream" }>): Saying => {
  const name = `\`${stream}\``
  switch (reason) {
    case "altered":
      return {
        en: `${name}: event ${version} is not as it was recorded`,
        "zh-CN": `${name}：第 ${version} 个事件与当初的记录不符`
      }
    case "missing":
      return { en: `${name}: event ${version} is gone`, "zh-CN": `${name}：第 ${version} 个事件缺失` }
    case "unexpected":
      return {
        en: `${name}: event ${version} was never recorded`,
        "zh-CN": `${name}：第 ${version} 个事件从未正式记录`
      }
    case "rewritten":
      return {
        en: `${name}: the events from ${version} on are not those that were signed`,
        "zh-CN": `${name}：第 ${version} 个事件起与签名的记录不符`
      }
    case "cut":
      return {
        en: `${name}: the events from ${version} on were signed and are gone`,
        "zh-CN": `${name}：第 ${version} 个事件起曾经签名，现已缺失`
      }
    case "deleted":
      return {
        en: `${name}: everything was signed and is gone`,
        "zh-CN": `${name}：曾经签名，现已全部缺失`
      }
  }
}

const checkpointSayings: Readonly<Record<Extract<AuditFault, { kind: "checkpoint" }>["reason"], Saying>> = {
  lost: {
    en: "the last checkpoint that the key file counts is not in the store: the store was put back to before it",
    "zh-CN": "密钥文件所记的最后一个检查点不在库中：库已被退回到此前的状态"
  },
  forged: {
    en: "a checkpoint is not as it was signed",
    "zh-CN": "有检查点与签名不符"
  },
  "no-key": {
    en: "the record has checkpoints, and the key file has no key to check them by",
    "zh-CN": "记录有检查点，但密钥文件中没有核对所需的密钥"
  },
  displaced: {
    en: "an event does not stand where it stood in the whole record when that was signed: its position was changed",
    "zh-CN": "有事件在整个记录中的位置与签名时不同：其位置被改动过"
  }
}

const rowNames: Readonly<Record<Extract<AuditFault, { kind: "row" }>["row"], Saying>> = {
  case: { en: "the row of case", "zh-CN": "案件的列表行" },
  arrival: { en: "the row of arrival", "zh-CN": "来件的列表行" },
  message: { en: "the waiting message", "zh-CN": "待发消息" }
}

const rowSaying = ({ row, key, reason, fields }: Extract<AuditFault, { kind: "row" }>): Saying => {
  const [en, zh] = [`${rowNames[row].en} \`${key}\``, `${rowNames[row]["zh-CN"]} \`${key}\``]
  switch (reason) {
    case "missing":
      return { en: `${en} is gone`, "zh-CN": `${zh} 缺失` }
    case "unexpected":
      return { en: `${en} follows from no event`, "zh-CN": `${zh} 没有对应的事件` }
    case "unreadable":
      return { en: `${en} cannot be read`, "zh-CN": `${zh} 无法读取` }
    case "differs":
      return {
        en: `${en} is not as the events have it: ${fields.join(", ")}`,
        "zh-CN": `${zh} 与事件不符：${fields.join("、")}`
      }
  }
}
