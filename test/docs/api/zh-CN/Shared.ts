/** Comments about more than one area, in Chinese. */
export const shared: Readonly<Record<string, string>> = {
  "The `next` of the page before.": "上一页的 `next`。",
  "How many items the page has at most. Default 50, at most 200.": "每页最多多少条。默认 50，最多 200。",
  "The nearest deadline that was promised to the customer; null if none is running.":
    "对客户的承诺中最近的时限；没有进行中的则为 null。",
  "The resources granted so far. Units: units of the resource.": "已给的资源。单位：份。",
  "How often the case was reopened.": "重开次数。",
  "The second most likely category.": "第二可能的类别。",
  "The id of the case.": "案件的 id。",
  "The names of the consents that the customer gave.": "客户已同意事项的名称。",
  "What happened, in the words of whoever took the feedback.": "受理人对事情经过的描述。",
  "When it happened, in words.": "事情何时发生（文字）。",
  "Where it happened, in words.": "事情发生在何处（文字）。",
  "What the customer asks for.": "客户的诉求。",
  "By when the customer hopes for an answer, in words.": "客户希望何时得到答复（文字）。",
  "The names of attachments; Hearback does not store their contents.": "附件的名称；Hearback 不保存其内容。",
  "Whether the same call may succeed later.": "同样的调用以后是否可能成功。",
  "A people file, or a directory of your own. Default: `people.yaml` beside the policy, if there is one.":
    "人员表文件，或自己的人员目录。默认为策略旁的 `people.yaml`（如有）。",
  "The seed of the random numbers: the same seed makes the same case ids. Default 1.":
    "随机种子：同一种子生成同样的案件 id。默认 1。"
}
