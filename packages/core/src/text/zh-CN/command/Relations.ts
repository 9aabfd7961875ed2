import type { CommandTexts } from "../../shape/Command.ts"
import { matter } from "./Brought.ts"

export const onRelations: CommandTexts<
  "merge" | "split" | "absorb" | "flag" | "found" | "recurred" | "progress" | "count"
> = {
  merge: {
    says: "本案并入另一件，此后由其答复双方客户。",
    arguments: {
      into: "并入哪件。",
      reason: "理由。"
    }
  },
  split: {
    says: "其中一部分另立案件，带上此处写明的内容，面向同样的客户。",
    arguments: {
      text: "拆分出去的内容。",
      kind: "性质；缺省由文字判定。",
      category: "类别；缺省由文字判定。",
      ...matter,
      reason: "理由。"
    }
  },
  absorb: {
    says: "引擎：另一件并入本案。",
    arguments: {
      case: "那一件。"
    }
  },
  flag: {
    says: "同因案件的预防未见效。",
    arguments: {
      case: "另一案件。"
    }
  },
  found: {
    says: "在本次例行工作中发现了反馈。",
    arguments: {
      case: "反馈所立的案件。"
    }
  },
  recurred: {
    says: "本案原因在另一案件中再发。",
    arguments: {
      case: "另一案件。",
      receivedAt: "另一案件的收到时间。",
      reason: "理由。"
    }
  },
  progress: {
    says: "同因问题的另一案件已有预防进展。",
    arguments: {
      problem: "同因问题编号。",
      case: "有进展的案件。",
      progress: "`live` 已落实，或 `verified` 已证明有效。"
    }
  },
  count: {
    says: "同因问题告知计数。",
    arguments: {
      problem: "同因问题编号。",
      customers: "窗口内客户数。",
      cases: "窗口内件数。",
      status: "`watching` 观察中或 `open` 已立项。"
    }
  }
}
