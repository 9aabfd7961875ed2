/** Comments about a case, its list and its views, in Chinese. */
export const cases: Readonly<Record<string, string>> = {
  "Conditions on the cases of a list. A case has to fit all of them.": "案件列表的筛选条件；须全部满足。",
  "The worklist of this person: open cases that they own, and cases that wait for them (approval, spot check, handover …).":
    "此人的待办：其负责的在办案件，以及等待其处理的案件（审批、抽查、移交等）。",
  "The id of the owner.": "首问人的 id。",
  "The state of the case. `all`, the default, stands for every state.": "案件状态；`all`（默认）为各种状态。",
  "The id of the customer.": "客户的 id。",
  'Levels by the name of the dimension: `{ priority: "P1" }`.': '按维度的级别：`{ priority: "P1" }`。',
  "The name of a gate that can be worked on now.": "现在可以办理的关口的名称。",
  "Received at or after this instant. A date without a time is the start of that day in the zone of the policy.":
    "在此时刻或之后收到。只写日期时，指策略时区中当天零时。",
  "Received before this instant. A date without a time includes that whole day in the zone of the policy.":
    "在此时刻之前收到。只写日期时，含策略时区中的当天全天。",
  "A page of a list of cases: the conditions, the order, where the page begins and its length.":
    "案件列表的一页：条件、顺序、从哪里开始、多少条。",
  "Words that all appear in what the customer said. This text has no index: one call opens and searches the texts of up to 1,000 cases. So a page may have fewer cases than `limit`, or none, and still have a `next`.":
    "客户原话中须全部出现的词。原话没有索引，每次调用最多解密并查找 1,000 个案件，因此一页可能不足 `limit` 条，甚至为空，却仍有 `next`。",
  "`due`, the default: the nearest promise to the customer first, cases without one last. `received`: the oldest first.":
    "`due`（默认）：对客户的承诺最近到期的在前，没有承诺的在后；`received`：最早收到的在前。",
  "One case in a list of cases. It is written together with the events of the case, so a list shows each command at once.":
    "案件列表中的一行。它与案件的事件同时写入，所以命令一执行完，列表即已更新。",
  "The name of the owner, if it is not the id.": "首问人的姓名（与 id 不同时才有）。",
  "The name of the customer, if it is not the id.": "客户的姓名（与 id 不同时才有）。",
  "Open, customer loop closed, closed, or record expired.": "在办、客户闭环已关闭、已结案，或记录已到期。",
  "How the customer loop ended, such as `confirmed`.": "客户闭环的结局，如 `confirmed`。",
  "The nearest instant at which anything of the case falls due; null if there is none.":
    "案件中最近到期的时刻；没有则为 null。",
  "When the last event of the case was recorded.": "案件最后一个事件的记录时刻。",
  "The role that is asked to review how the feedback was read.": "请哪个角色复核反馈的识别结果。",
  "The gates that can be worked on now.": "现在可以办理的关口。",
  "What people beside the owner have to do. In the worklist of a person (`for`): what this person has to do.":
    "首问人之外的人要办的事；在某人的待办（`for`）中，为此人要办的事。",
  "A case as the staff see it: its gates, clocks, grades and owner, and what may be done now.":
    "员工所见的案件：关口、时钟、级别、首问人，以及现在可以做什么。",
  "The number of events of the case.": "案件的事件数。",
  "The policy that the case follows: its id and content hash.": "案件所依据的策略：id 和内容哈希。",
  "True if the staff entered the customer's answer or withdrawal for them.": "客户的答复或撤回由员工代为录入时为真。",
  "The level of each dimension, with the rules that set it.": "每个维度的级别，以及由哪些规则定出。",
  "The id of the customer; absent if nobody is known.": "客户的 id；不知是谁时没有。",
  "The name of the customer, if it differs from the id.": "客户的姓名；与 id 相同时没有。",
  "The addresses of the customer, by the channel on which they gave them; the last one is the latest.":
    "客户的地址，按其提供时所用的渠道；最后一个是最近提供的。",
  "The customer's first words.": "客户最初的原话。",
  "The facts of the case, as they were given.": "案件的事实，照原样。",
  "The gates of the loop that the case is in, in the order of the policy.": "案件所在闭环路径的关口，按策略中的顺序。",
  "The deadlines of the case, running and ended.": "案件的时限，含进行中的和已结束的。",
  "What people have to do by when, each as a clock: `take-up`, `part:<department>`, `approval:<id>` …":
    "等待谁在何时之前办什么，各是一个时钟：`take-up`、`part:<部门>`、`approval:<id>` 等。",
  "Approvals that are waited for: the command (`asked`), its amount, who asked (`by`), the role and the person who decide (`from`, `person`), by when, and the limits that it exceeds (`rules`).":
    "待批的申请：命令（`asked`）、金额、申请人（`by`）、批准的角色和人（`from`、`person`）、时限，以及超出了哪些权限（`rules`）。",
  "The compensation granted so far. Units: of the policy's currency.": "已补偿的总额。单位：策略的币种。",
  "The discounts granted so far. Units: percent.": "已给的折扣。单位：百分点。",
  "A handover that was offered and is not answered yet.": "已提出、尚未答复的移交。",
  "The ids of collaborators and of the members of the virtual team, without the owner.":
    "协同人和虚拟小组成员的 id，不含首问人。",
  "The parts of the departments in the virtual team: who answers for it, by when, and since when it is done.":
    "虚拟小组中各部门的一份：由谁答复、何时到期、何时已答。",
  "How often the case was handed over.": "移交次数。",
  "The ids of linked cases.": "关联案件的 id。",
  "The problem that the case belongs to, with its number of customers and cases. `progress`: its prevention is in place (`live`) or proved effective (`verified`).":
    "案件所属的同因问题，及其客户数、案件数。`progress`：预防已落实（`live`），或已证明有效（`verified`）。",
  "When the time to keep the record of the closed case ends.": "已结案件的记录保存到何时。",
  "When the customer was erased. Their personal data can no longer be read.": "客户擦除的时刻；此后个人信息不可读。",
  "The customer spoke again more often than a case may reopen by itself. A person decides: they reopen it, or leave it closed with the command `close`.":
    "客户再次来言的次数超过了自动重开的上限，须由人决定：重开，或以命令 `close` 维持关闭。",
  "What the actor of this desk could do next: names of commands, with the gate if there is one.":
    "当前操作人接下来可以做的事：命令名，涉及关口的附关口名。",
  "Every command that people give: whether the actor of this desk may give it now, and why not.":
    "人可以下达的每个命令：当前操作人此刻能否下达，不能时附理由。",
  "A deadline of a case: when it is due, whether it was kept, and the line of the policy that sets it.":
    "案件的一个时限：何时到期、是否按时、由策略的哪一行规定。",
  "The state of the clock: `not-started`, `running`, `paused`, `met`, `met-late`, `missed`, `cancelled`, or `not-known` if no record shows whether it was kept.":
    "时钟状态：`not-started`、`running`、`paused`、`met`、`met-late`、`missed`、`cancelled`；没有记录可判断是否按时的为 `not-known`。",
  "Whether the deadline is promised to the customer.": "是否为对客户的承诺。",
  "When it is due; null if it has no deadline yet.": "到期时刻；尚无时限时为 null。",
  "Whether `dueAt` may still change, because the calendar does not reach so far.":
    "`dueAt` 是否可能再变：日历表尚未涵盖到那时。",
  "The miss of the deadline: which instant passed, why, and whether a later report refuted the miss.":
    "超期的情况：错过了哪个时刻、原因，以及此后是否有补报使之更正。",
  "The line of the policy that sets the deadline.": "规定该时限的策略行。",
  "A word of the customer that decided how feedback was read. Units: UTF-16 offsets, end not included, in all sayings joined by line breaks.":
    "据以识别反馈的一个词。单位：UTF-16 码元的位置，不含终点；各次来言以换行相连。",
  "What the word shows: a kind, category, emotion or signal.": "该词表明的是种类、类别、情绪，还是信号词。",
  "Its name, such as category `billing` or emotion `upset`.": "具体是哪一个，如类别 `billing`、情绪 `upset`。",
  "The word that raised or lowered the emotion by one level.": "使情绪升或降一级的词。",
  'A field of evidence for a form of the host: `{ do: "pass", gate, [name]: … }`. A fact goes under `fields`.':
    '凭据的一个字段，供宿主程序的表单使用：`{ do: "pass", gate, [name]: … }`；事实写在 `fields` 下。',
  'The path of the value in the command: `["result"]`, or `["fields", "order"]` for a fact.':
    '值在命令中的路径：`["result"]`；事实为 `["fields", "order"]`。',
  "What the field is called, in the language of the desk.": "字段的名称，用读者的语言。",
  "The type of the value. `texts`: a list of texts. `list`: a list of objects with the fields of `each`. `map`: texts by names.":
    "值的类型。`texts`：文本列表。`list`：对象列表，字段见 `each`。`map`：按名称的文本。",
  "The values to choose from, or the names of a `map`.": "可选的值，或 `map` 的各个名称。",
  "The fields of each object of a `list`.": "`list` 中每个对象的字段。",
  "Why personal data is asked for.": "为何收集此项个人信息。",
  "How a case came to its present state: every event in order, with the line of the policy behind it.":
    "案件如何成为现在这样：按顺序的每个事件，各附所依据的策略行。",
  "Every event of the case in order, with the line of the policy behind it.":
    "案件的每个事件，按顺序，各附所依据的策略行。",
  "If a clock was asked for: its intervals, whether each counts as working time, and why.":
    "问的是某个时钟时：它的各段时间、每段是否计时、原因。",
  "A gate of a case: its state, its evidence, and the form for evidence that is still needed.":
    "案件的一个关口：状态、凭据，以及尚缺凭据的表单。",
  "What the gate is called, in the language of the desk.": "关口的名称，用读者的语言。",
  "The kind of gate (`needs` in the policy), such as `proposal`.": "关口种类（策略中的 `凭据`），如 `proposal`。",
  "The loop that the gate belongs to.": "关口属于客户闭环还是改进闭环。",
  "The state of the gate, such as `open` or `passed`.": "关口状态，如 `open`、`passed`。",
  "The state in words, in the language of the desk.": "状态的文字，用读者的语言。",
  "How often the gate was reopened.": "关口被退回重做的次数。",
  "The actor who settled the gate.": "由谁了结。",
  "When the gate was settled.": "何时了结。",
  "Whether the evidence is complete. If the gate is still open, only signatures are missing.":
    "凭据是否已齐；关口仍未通过的，只差会签。",
  "The ids of the people who have signed.": "已会签者的 id。",
  "The proposals to the customer, each with the answer if there is one.": "向客户提出的方案，各附答复（如有）。",
  "The planned actions, with owner, due date and completion.": "计划的措施：负责人、期限、完成时刻。",
  "The line of the policy that demands the gate.": "要求此关口的策略行。",
  "The evidence that `pass` needs, for an open gate. Absent while the gate waits for the customer.":
    "未通过的关口：`pass` 需要的凭据。等待客户期间没有。",
  "A level of a dimension with the rules that set it.": "某维度的级别，及定出它的规则。",
  "The line of the policy that decided the level.": "定出级别的策略行。",
  "The points that were added up for the level.": "为此级别累加的分数。",
  "The level before a rule lifted it.": "提级之前的级别。",
  "The person who set the level by hand.": "由谁手工改级。",
  "Whether one command may be given; one entry for each gate, clock, request or action that it takes.":
    "一个命令能否下达；针对关口、时钟、申请或措施的，每个各一项。",
  "The id of the request for approval.": "审批申请的 id。",
  "The number of the action.": "措施的序号。",
  "Whether it may be given now. Its other arguments are only checked when it is given.":
    "现在能否下达。其余参数到下达时才核对。",
  "Whether it is suggested as a next step.": "是否作为下一步提示。",
  "Why it may not be given, in the language of the desk.": "不能下达的理由，用读者的语言。",
  "How the words of feedback were read: kind, category, emotion and signals.":
    "反馈的识别结果：种类、类别、情绪、信号词。",
  "What decided: `words`, `score`, `host`, or the id of the person who set it.":
    "由什么判定：`words`（原话）、`score`（评分）、`host`（宿主程序），或设定者的 id。",
  "The confidence in the category, from 0 to 1.": "对类别的把握，0 到 1。",
  "Whether the confidence suffices; otherwise a person reviews the reading.": "把握是否足够；不够时由人复核。",
  "The result of your own classifier, if there is one.": "您自己的分类器的结果（如有）。",
  "The words that decided.": "据以判定的词。",
  "What a case shows of its feedback: what came with the words, how they were read, and every later word.":
    "案件中与反馈有关的内容：随原话而来的信息、识别结果，以及此后的每次来言。",
  "How the words were read.": "原话的识别结果。",
  "The names of all attachments of the case.": "案件全部附件的名称。",
  "Everything that the customer said, in order of arrival. Messages by machines and mere thanks are only in the events.":
    "客户说过的全部话，按到达的先后。机器所写的和单纯的道谢只在事件中。",
  "The channels on which the same feedback arrived, in order.": "同一反馈来自哪些渠道，按先后。",
  "How often the customer has spoken about it, and how often of these nobody had answered before.":
    "客户为此来言的次数，以及其中此前无人答复的次数。",
  "The id of the case that this one was merged into.": "并入了哪个案件（id）。",
  "The categories between which the dictionary could not decide, each with the words that show it.":
    "词典难以取舍的类别，各附依据的词。",
  "One thing that a customer said, with what came along.": "客户的一次来言，及随之而来的信息。",
  "`feedback`: the matter itself. `word`: something further. `reply`: text that came with an answer.":
    "`feedback`：反馈本身。`word`：又说的话。`reply`：随答复而来的文字。",
  "The id of the customer, if they are not the one for whom the case was opened.":
    "客户的 id（与立案时的客户不同时才有）。",
  "The id of the case in which it was said, if that case was merged into this one.":
    "在哪个案件中说的（该案件已并入本案时才有）。"
}
