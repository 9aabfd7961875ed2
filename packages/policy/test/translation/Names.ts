/** For each name of the English ITR policy, its name in the Chinese one; and a bundle with other names. */
const names: Readonly<Record<string, string>> = {
  "itr-service": "itr-service",
  客服: "agent",
  主管: "supervisor",
  总监: "director",
  质量专员: "quality",
  售前: "presales",
  项目执行: "delivery",
  技术支持: "support",
  财务: "finance",
  "客户.等级": "customer.tier",
  战略: "strategic",
  重点: "key",
  普通: "standard",
  金额: "amount",
  交付偏差: "delivery-gap",
  重大: "major",
  轻微: "minor",
  无偏差: "no-gap",
  历史遗留: "legacy",
  "联系.电话": "contact.phone",
  服务完成: "service-done",
  里程碑: "milestone",
  办公: "office",
  热线: "hotline",
  在线: "chat",
  邮件: "email",
  工单: "ticket",
  评价: "rating",
  NPS: "nps",
  经过: "what-happened",
  服务响应: "service-response",
  技术能力: "competence",
  沟通协作: "communication",
  流程规范: "process",
  变更延期: "delay",
  费用争议: "fee",
  改进建议: "improvement",
  其他: "other",
  愤怒: "furious",
  不满: "upset",
  温和: "mild",
  紧急度: "urgency",
  紧急: "urgent",
  重要: "important",
  常规: "routine",
  影响: "impact",
  系统性: "systemic",
  群体: "group",
  个体: "individual",
  复杂度: "complexity",
  复杂: "complex",
  简单: "simple",
  优先级: "priority",
  等客户: "waiting-on-customer",
  无人答复: "unanswered",
  三次来访: "third-time",
  投诉: "complaint",
  建议: "suggestion",
  已回执: "receipted",
  已响应: "acknowledged",
  方案已认可: "agreed",
  已纠正: "corrected",
  结果已告知: "told",
  客户已确认: "confirmed",
  根因已查明: "investigated",
  预防已上线: "prevented",
  效果已验证: "verified",
  已有结论: "decided",
  采纳: "adopted",
  暂缓: "later",
  不采纳: "declined",
  回执: "receipt",
  方案: "proposal",
  结果: "result",
  结论: "decision",
  延期函: "delayed",
  案例复盘: "case-review",
  机制评审: "mechanism-review"
}

const longestFirst = Object.keys(names).sort((a, b) => b.length - a.length)
const escaped = longestFirst.map((name) => name.replaceAll(".", "\\."))
const whole = new RegExp(`(?<=^|[.:])(?:${escaped.join("|")})(?=$|[.:])`, "gu")

/** Returns a name, a path or a trigger with the English names. */
const renamed = (text: string): string => text.replace(whole, (name) => names[name] ?? name)

/** Keys of texts for people and of customers' words, which contain no names. */
const said = new Set(["title", "text", "question", "questions", "words", "surfaceCauses", "stronger", "weaker"])

/** Returns plain JSON with the English names; records with names as keys are sorted by name. */
export const inEnglishNames = (value: unknown): unknown => {
  if (typeof value === "string") return renamed(value)
  if (Array.isArray(value)) {
    const items = value.map(inEnglishNames)
    const named = items.every((item) => typeof item === "object" && item !== null && "path" in item && "name" in item)
    const key = (item: unknown) => `${(item as { path: string }).path} ${(item as { loop?: string }).loop ?? ""}`
    return named ? items.sort((a, b) => (key(a) < key(b) ? -1 : 1)) : items
  }
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      renamed(key),
      said.has(key) && !(key === "questions" && typeof each === "object") ? each : inEnglishNames(each)
    ])
  )
}
