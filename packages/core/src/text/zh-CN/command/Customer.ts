import type { CommandTexts } from "../../shape/Command.ts"
import { brought } from "./Brought.ts"

export const onCustomer: CommandTexts<
  "submit" | "write" | "reply" | "answer" | "join" | "withdraw" | "bounced" | "delivered" | "event"
> = {
  submit: {
    says: "按客户反馈立案。",
    arguments: {
      case: "新案件编号。",
      channel: "来自哪个渠道，`channels` 中的名称。",
      customer: "客户编号；缺省为匿名。",
      customerName: "客户称呼；YAML 中为 `customer` 下的 `name`。",
      customerLanguage: "答复所用语言，如 `zh-CN`、`en`；YAML 中为 `customer` 下的 `language`。",
      verbatim: "客户原话。文字与评分至少有一项。",
      description: "接收人的客观描述。",
      kind: "性质，业务系统已知时给出。",
      ...brought,
      suggested: "业务系统自己的分类器的判断，或为何没有判断。",
      history: "在导入之前答复、结案的时刻；不发送任何消息。",
      category: "客户在表单上选择的类别，或由人拆分时指定的类别。",
      of: "从哪个案件拆分而来；引擎自用。"
    }
  },
  write: {
    says: "客户又来信；由员工发出则是关口之外告知客户。",
    arguments: {
      text: "内容。",
      channel: "渠道；缺省为客户最近所用。",
      automatic: "机器所写：只留存，不处理。",
      ...brought
    }
  },
  reply: {
    says: "客户答复方案或确认询问。",
    arguments: {
      gate: "关口；缺省为正在等待的那个。",
      says: "对方案：`agree`、`counter`、`refuse`；对确认：`satisfied`、`dissatisfied`。",
      text: "客户原话。",
      ...brought
    }
  },
  answer: {
    says: "客户回答问卷中的问题。",
    arguments: {
      gate: "关口；缺省为正在以问卷询问的那个。",
      facts: "各题的回答，按题名给出。",
      text: "作答之外的客户原话。"
    }
  },
  join: {
    says: "引擎：同一客户再次反映同一事项。",
    arguments: {
      contacts: "连同本次共几次。",
      unanswered: "此前未答复的次数。",
      again: "同一条消息，从另一渠道收到。",
      channel: "来自哪个渠道。",
      customer: "客户编号。",
      customerName: "客户称呼。",
      customerLanguage: "答复所用语言。",
      verbatim: "客户原话。",
      description: "客观描述。",
      kind: "性质。",
      ...brought,
      suggested: "业务系统自己的分类器的判断，或为何没有判断。"
    }
  },
  withdraw: {
    says: "客户撤回。",
    arguments: {
      reason: "理由。"
    }
  },
  bounced: {
    says: "消息未送达。",
    arguments: {
      message: "消息在案件中的编号。",
      reason: "理由。"
    }
  },
  delivered: {
    says: "渠道已接收消息。",
    arguments: {
      message: "消息在案件中的编号。",
      to: "发给谁。",
      party: "若为另一位客户：其原案件。",
      by: "接收消息的渠道。",
      reference: "该渠道给的编号。"
    }
  },
  event: {
    says: "业务系统的事件发生，须在 `events` 中声明。",
    arguments: {
      name: "事件名称。"
    }
  }
}
