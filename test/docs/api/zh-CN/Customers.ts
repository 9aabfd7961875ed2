/** Comments about customers and their forms, in Chinese. */
export const customers: Readonly<Record<string, string>> = {
  "A case as its customer may see it: without notes of staff, limits and names of rules.":
    "客户可见的案件：不含员工备注、权限和规则名称。",
  "How the case ended, such as `confirmed`.": "案件的结局，如 `confirmed`。",
  "The id of the case that continues this one.": "并入了哪个案件（id）。",
  "The deadlines that were promised to the customer.": "对客户的承诺。",
  "What the customer is asked and may answer now.": "客户现在可以答复的事项。",
  "What the customer said and was told, in order.": "客户说过的话和收到的消息，按先后。",
  "What a program may do as one customer. The host identifies the person, limits the number of calls, and decides what it shows of attachments, of which Hearback knows only the names.":
    "程序以某位客户的身份可做的事。宿主程序负责核实身份、限制调用次数，并决定附件的展示：Hearback 只存附件的名称。",
  "Takes feedback of the customer.": "受理该客户的反馈。",
  "Gives a command on a case of the customer, such as `reply`.": "对该客户的案件下达命令，如 `reply`。",
  "Returns the case; undefined if there is none, and also if it belongs to somebody else.":
    "返回案件；没有此案件，或案件不属于该客户时，为 undefined。",
  "Returns a page of the customer's cases, the oldest first.": "返回该客户案件的一页，最早的在前。",
  "Returns what the customer said and was told, in the order of positions. Errors: `events/position`.":
    "按位置顺序给出客户说过的话和收到的消息。错误：`events/position`。",
  "Returns the form of a channel; undefined if the policy has no such channel. `answers`: the answers to its survey so far, which decide the next questions.":
    "返回渠道的表单；策略没有该渠道时为 undefined。`answers`：问卷已有的答案，据此决定接着问什么。",
  "One thing that the customer said or was told.": "客户说的一句话，或收到的一条消息。",
  "The position of the event: give it to `events({ after })` to continue from here.":
    "事件的位置；交给 `events({ after })` 即可接着读。",
  "The customer, or the company (`us`).": "客户，或我方（`us`）。",
  "From the customer: `feedback`, `word` (something further) or `reply`. To the customer: `message`.":
    "来自客户：`feedback`（反馈）、`word`（又说的话）、`reply`（答复）。发给客户：`message`。",
  "A page of a customer's own cases.": "客户自己案件的一页。",
  "Default `all`.": "默认 `all`。",
  "One case in a customer's own list.": "客户自己的案件列表中的一行。",
  "The consents of a customer, whether they refuse questions, and which questions were sent to them.":
    "客户同意了什么、是否拒绝被询问、已向其发出哪些询问。",
  "Until when each consent holds; null if it has no end.": "每项同意有效到何时；无期限的为 null。",
  "The surveys that were sent: on which channel, when, and about which case.":
    "已发出的询问：渠道、时刻、关于哪个案件。",
  "Calls about a customer instead of one case: consents, events of the host, erasure, forms.":
    "针对客户（而非某个案件）的调用：同意、业务事件、擦除、表单。",
  "Reports an event of the host that the policy declares in `events`. About a case, it may start clocks, reopen the case or send a question. About a customer, it makes channels with that `ask-after` ask them.":
    "报告策略在 `events` 中声明的业务事件。关于案件的，可启动时钟、重开案件、引发询问；关于客户的，由 `ask-after` 为该事件的渠道询问此人。",
  "`get` reads what a customer agreed to. `set` records that they give or withdraw consents, or refuse questions. `erase` makes their personal data unreadable for good; without `evenIfKept` it is refused while a case is open, has to be kept or is in quarantine.":
    "`get` 读取客户的同意情况；`set` 记录客户给予或撤回同意、拒绝被询问；`erase` 使个人信息永久不可读，若有案件在办、须保存或待辨认则拒绝，除非写明 `evenIfKept`。",
  "Returns the form of a channel, in the reader's language; undefined if the policy has no such channel. `answers`: the answers to its survey so far, which decide the next questions.":
    "用读者的语言返回渠道的表单；策略没有该渠道时为 undefined。`answers`：问卷已有的答案，据此决定接着问什么。",
  "The result of an erasure: which cases it reached and where copies may remain, or why it was refused.":
    "擦除的结果：涉及哪些案件、何处可能还有残留，或为何未执行。",
  "One field of a channel's form.": "渠道表单的一个字段。",
  "The name of the fact or the field of `Feedback`.": "事实的名称，或 `Feedback` 字段的名称。",
  "What the field is called, in the reader's language.": "字段的名称，用读者的语言。",
  "The type of the value, as facts are declared: `text`, `number`, `money`, `yes-no`, `date`, `one-of` …":
    "值的类型，与声明事实时相同：`text`、`number`、`money`、`yes-no`、`date`、`one-of` 等。",
  "Whether the host fills the field in, not the customer.": "是否由宿主程序而非客户填写。",
  "Why personal data is asked for; show it beside the field.": "为何收集此项个人信息；请显示在字段旁。",
  "The values to choose from, each with its title in the reader's language if there is one.":
    "可选的值，各附读者语言的名称（如有）。",
  "The form of a channel: its fields, questions, consents and survey.": "渠道的表单：字段、问题、同意事项、问卷。",
  "What the channel is called, in the reader's language.": "渠道的名称，用读者的语言。",
  "The questions of the form that have a text of their own, by the name of the field.":
    "表单中另有提问文字的问题，按字段名。",
  "The consents that the customer may give, by their names for `consent` of `Feedback`. Empty on a channel on which the company asks.":
    "客户可给予的同意，名称用于 `Feedback` 的 `consent`。由我方发问的渠道为空。",
  "The survey questions to ask after the answers so far, in order.": "依已有答案接着要问的问卷题目，按顺序。",
  "The one question of a channel on which the company asks.": "由我方发问的渠道的那一个问题。",
  "The lowest and the highest score of `question`.": "`question` 的最低分和最高分。",
  "A deadline that was promised to the customer.": "对客户的一项承诺。",
  "What the promise is called, in the language of the customer.": "承诺的名称，用客户的语言。",
  "`ended`: it is not needed any more.": "`ended`：不再需要。",
  'A gate that waits for the customer\'s answer. Answer it with `{ do: "reply", gate, says }`, a survey with `{ do: "answer", gate, facts }`.':
    '等待客户答复的关口。答复用 `{ do: "reply", gate, says }`；问卷用 `{ do: "answer", gate, facts }`。',
  "What the gate is called, in the language of the customer.": "关口的名称，用客户的语言。",
  "The possible answers, each with its title.": "可选的答复，各附名称。",
  "The proposal to the customer.": "向客户提出的方案。",
  "The survey questions that are still open after the answers so far.": "依已有答案，问卷中尚待回答的题目。",
  "One question of a survey. The answer becomes the fact of the same name.": "问卷的一个问题；答案即同名的事实。",
  "The lowest and the highest score, for a score.": "评分题的最低分和最高分。"
}
