/** Comments about desks, feedback, commands and their answers, and previews, in Chinese. */
export const desk: Readonly<Record<string, string>> = {
  "Makes a `HearbackError`, for an adapter that has to throw one.": "构造一个 `HearbackError`，供适配器抛出。",
  "Returns whether a thrown value is a `HearbackError`, with this code if one is given.":
    "判断抛出的值是否为 `HearbackError`；给了 `code` 时，还要求错误代码相同。",
  "Returns the accepted outcome, or throws the rejection's message with the rejection as `cause`.":
    "返回已接受的结果；被拒绝时抛出异常，消息即拒绝的说明，`cause` 为该拒绝。",
  "An actor: a person of the directory (`id`), a customer whom the host has identified (`customer`), or a customer without a name (`anonymous`).":
    "操作人：人员目录中的人（`id`）、宿主程序已核实身份的客户（`customer`），或未留名的客户（`anonymous`）。",
  "The names of a policy without types of its own: every name is a text. `hearback types` writes the types of one policy.":
    "未生成类型时的策略名称：每个名称都是文本。某份策略的类型由 `hearback 类型` 生成。",
  "The readers of a message: customers or staff.": "消息的读者：客户或员工。",
  "What every call that writes may have: an idempotency key and a signal.": "写入类调用的共同选项：幂等键和中止信号。",
  "The idempotency key: the same key with the same content returns the first answer and writes nothing. Without it, repeating a call may do the work twice.":
    "幂等键：键与内容都相同时，返回第一次的结果，不再写入。没有键的调用不可重复，否则可能做两遍。",
  "Ends the call when it is aborted; the call then throws the reason of the signal.":
    "中止时结束调用，并抛出该信号的原因。",
  'A command on a case, such as `{ do: "compensate", amount: "1200 CNY", reason: "…" }`. Each verb has a type of its own; `docs/commands.md` lists them. Untyped input from JSON or a form is checked too: a wrong shape is a rejection that names each argument.':
    '对案件的命令，如 `{ do: "compensate", amount: "1200 CNY", reason: "…" }`。[每个命令](../commands.md)各有类型。来自 JSON 或表单的无类型输入也会核对：不合要求时为拒绝，逐个指明参数。',
  "What an actor may do with cases: submit feedback, read, list, and give commands. `loop.for` returns the desk of an actor.":
    "操作人对案件可做的事：提交反馈、读取、列表、下达命令。`loop.for` 返回某位操作人的入口。",
  "Takes feedback: it opens a case, joins an open one, or waits.": "受理反馈：立案、并入在办案件，或等待处理。",
  "Returns what this feedback would become now: its reading, grades, owner, deadlines, gates and limits, each with the deciding line of the policy. Stores nothing, and asks neither earlier cases nor the host's classifier.":
    "返回这条反馈现在会成为什么：识别、级别、首问人、时限、关口、权限，各附所依据的策略行。不存下任何内容，也不查以前的案件、不问宿主程序的分类器。",
  "Gives a command on a case. `ifVersion`: the command is refused if the case has another version now.":
    "对案件下达命令。`ifVersion`：案件已不是此版本时拒绝。",
  "Returns a case; undefined if there is none, or the actor may not read it.":
    "返回案件；没有此案件或操作人无权读取时为 undefined。",
  "Returns one page of cases, the nearest promise to the customer first. A cursor stays valid while cases come, go and change.":
    "返回案件的一页，对客户的承诺最近到期的在前。其间案件增减、变化，游标仍然有效。",
  "Counts cases, up to 10,000. `capped`: there are more.": "统计案件数，最多数到 10,000；还有更多时 `capped` 为真。",
  "Returns every event of a case, or those about one topic, with the line of the policy behind each.":
    "返回案件的全部事件，或其中某一方面的，各附所依据的策略行。",
  "Returns the events of cases in the order of their positions. With `follow` it continues with new events until the loop is closed or the signal is aborted; then it throws the reason of the signal. Errors: `events/position`.":
    "按位置顺序给出案件的事件。写了 `follow` 则持续给出新的，直到闭环关闭或信号中止，此时抛出信号的原因。错误：`events/position`。",
  "Returns the desk of an actor. `language`: of its texts, by default that of the loop. Staff read every case. A customer reads only their own cases, but as the staff see them; an anonymous actor reads none. Use `forCustomer` for a page for customers.":
    "返回某位操作人的入口。`language`：其文字的语言，默认为闭环的语言。员工能读全部案件；客户只读自己的，但内容与员工所见相同；未留名者什么也读不到。给客户的页面请用 `forCustomer`。",
  "Which events are read, and whether reading continues with new ones.": "读哪些事件，是否持续读新的。",
  "The position of the last event that was read: reading continues after it. Default: from the first event.":
    "已读的最后一个事件的位置，从其后读起。默认从第一个事件开始。",
  "Only the events of this case.": "只读此案件的事件。",
  "Whether to wait for new events after the last one. Default false.": "读完之后是否继续等待新事件。默认为假。",
  "Ends reading when it is aborted.": "中止时结束读取。",
  "Feedback of a customer: their words, the channel and what is known about it.":
    "客户的一条反馈：原话、渠道，以及已知的情况。",
  "The customer. With an `id`, or a text as id, they are known; without one, answers go to the `address`.":
    "客户。写了 `id`（或直接写文本，即 id）表示身份已知；否则答复发往 `address`。",
  "The customer's own words. Feedback without words and without a score goes into quarantine.":
    "客户原话。既无原话又无评分的反馈进入待辨认。",
  "When the customer said it. Default: now.": "客户何时说的。默认为现在。",
  "The score of a rating or a survey.": "评分或问卷的分数。",
  "The kind, if the host knows it: then the words do not decide it.": "种类；宿主程序给定时，不再由原话判定。",
  "The category that the customer chose on the form.": "客户在表单上选择的类别。",
  "Facts about the case, by the names that the policy declares.": "案件的事实，按策略声明的名称。",
  "For feedback that was answered before Hearback: when it was answered and closed. Its case is only recorded: nothing is sent, and promises are judged by these instants or count as not known. Only the host may give it.":
    "引入 Hearback 之前已答复的反馈：何时答复、何时关闭。其案件只作存档：不发任何消息，承诺按这两个时刻判断，否则为“不明”。只有宿主程序可以给出。",
  "The case that the message names, as a reply does. The message joins this case only if it comes from the same customer.":
    "消息指明的案件（如答复邮件）。只有来自同一客户时才并入该案件。",
  "True for a message written by a machine (out of office, delivery report): it is kept, opens no case and gets no answer.":
    "机器所写（外出自动回复、退信报告）为真：保存，但不立案、不答复。",
  "The row of a file from which feedback was read.": "反馈取自文件的哪一行。",
  "The identity of the row: the same row is taken only once, however the file is read.":
    "该行的标识：无论文件怎样读，同一行只受理一次。",
  "The text of the row.": "该行的原文。",
  "The name of the file.": "文件名。",
  "True if the feedback of the file was answered before Hearback.": "文件中的反馈在引入 Hearback 之前已答复时为真。",
  "The line in the file, counted from 1.": "在文件中的行号，从 1 起。",
  "The bytes in base64, if they are not text in the encoding of the file.": "按文件的编码不是文本时，其字节的 base64。",
  "The first line of the table, with the names of its columns.": "表的首行，即各列的名称。",
  "The character between two cells.": "单元格之间的分隔符。",
  "The error that calls throw: a store or an adapter failed, or the call is wrong. A refusal of the policy is a returned value instead.":
    "调用抛出的错误：数据库或适配器故障，或调用有误。策略的拒绝不抛出，作为值返回。",
  "The code; `docs/errors.md` explains each.": "代码，逐个说明见[错误](errors.md)。",
  "The findings in a policy, people or simulation file, each with its place and fix.":
    "策略、人员表或模拟方案中的诊断，各附位置和改法。",
  "Every code that is thrown: by calls, by the engine and its adapters, by the store. `docs/errors.md` explains each.":
    "会抛出的全部代码：调用、引擎及适配器、数据库。逐个说明见[错误](errors.md)。",
  "An instant: a `Date`, or ISO 8601 text with its offset.": "时刻：`Date`，或带时差的 ISO 8601 文本。",
  "One piece of feedback among many, with its idempotency key.": "成批反馈中的一条，附幂等键。",
  "The idempotency key: a second run with the same key takes nothing twice.":
    "幂等键：以同一键再运行一遍，不会重复受理。",
  "The original row. It is kept if the feedback goes into quarantine, so that it can be read again.":
    "原始的行；进入待辨认时保存，以便重新读取。",
  "An event of a case as the record has it, with a sentence about it.": "案件的一个事件，照记录，附一句说明。",
  "The name of the event; `docs/events.md` lists them.": "事件的名称，见[全部事件](../events.md)。",
  "The id of the event: `stream/version`.": "事件的 id：`事件流/版本`。",
  "The position among all events of the store: give it to `events({ after })` to continue from here. Positions grow, with gaps.":
    "在全部事件中的位置；交给 `events({ after })` 即可接着读。位置递增，有间隔。",
  "The version of the case after the event.": "此事件之后案件的版本。",
  "When it happened.": "发生时刻。",
  "When it was recorded.": "记录时刻。",
  "The name of the actor in the record: `agent-7`, `customer:C-17`, `channel:email` …":
    "记录中操作人的名称：`agent-7`、`customer:C-17`、`channel:email` 等。",
  "The id of the command that caused the event.": "引起此事件的命令的 id。",
  "The line of the policy that decided it.": "所依据的策略行。",
  "The fields of the event.": "事件的字段。",
  "One sentence in the reader's language.": "一句话，用读者的语言。",
  "The result of a command: done, accepted but waiting for approval (`pending`), or refused (`rejection`).":
    "命令的结果：已执行、已接受而待批（`pending`），或被拒绝（`rejection`）。",
  "A place in a file of the policy. Lines and columns count from 1.": "策略文件中的位置。行、列从 1 起。",
  "The path of the rule in the policy, such as `authority.limits.agent`.":
    "规则在策略中的路径，如 `authority.limits.agent`。",
  "The names of one policy, for the types of commands, feedback and answers.":
    "一份策略的各种名称，用于命令、反馈和结果的类型。",
  "The levels of each dimension; a dimension may be absent.": "各维度的级别；维度可以没有。",
  "The types of the facts.": "各事实的类型。",
  "The command `pass`, with the evidence of each gate.": "命令 `pass`，按关口各有其凭据。",
  "The fields of each event.": "各事件的字段。",
  "What feedback would become: its reading, grades, owner, deadlines, gates, limits and messages, each with the line of the policy (`why`).":
    "一条反馈会成为什么：识别、级别、首问人、时限、关口、权限、消息，各附所依据的策略行（`why`）。",
  "The policy that decides: its id and content hash.": "据以判定的策略：id 和内容哈希。",
  "The instant of the preview, in ISO 8601.": "试算的时刻，ISO 8601。",
  "The kind of the feedback, what decided it and the words that show it (`hits`).":
    "反馈的种类、由什么判定、凭哪些词（`hits`）。",
  "The loop that the case would go through; null if there is none.": "案件要走的闭环路径；没有为 null。",
  "The category, its confidence from 0 to 1, the second most likely one, and the candidates if a person has to choose.":
    "类别、把握（0 到 1）、第二可能的类别；须由人选定时附候选。",
  "The emotion with the words that show it. `by`: the word that moved it by one level.":
    "情绪及其依据的词。`by`：使之升或降一级的词。",
  "The signals with the words that show them.": "信号词及其依据的词。",
  "The role that is asked to review the reading, if the words do not decide it.": "原话不足以判定时，请哪个角色复核。",
  "The level of each dimension, with the points that were added up for it and the level that a rule lifted.":
    "每个维度的级别，附累加的分数、提级之前的级别。",
  "The owner and the rule that makes them the owner (`as`).": "首问人，以及何以成为首问人（`as`）。",
  "The department that would answer for the case; null if there is none.": "责任部门；没有为 null。",
  "The clocks that would run.": "会运行的时钟。",
  "The gates of the loop.": "闭环路径的各关口。",
  "What each role could grant on the case.": "各角色在此案件上的权限。",
  "The messages that would leave at once.": "会立即发出的消息。",
  "When the feedback of a preview comes, and how often the customer has contacted you about it.":
    "试算中反馈何时到来，以及客户为此第几次来言。",
  "When the feedback comes. Default: now.": "反馈何时到来。默认为现在。",
  "The number of the contact about the same matter. Default: 1.": "为同一事第几次来言。默认为 1。",
  "The preview, or every reason why no case would be opened.": "试算结果，或不能立案的全部理由。",
  "The result of feedback: a case was opened or joined (`opened`, `joined`), it waits for a person (`quarantined`), or it is stored and not decided yet (`received`). Each has the `key`, a sentence (`message`), and `replayed`: whether the key was taken before.":
    "反馈的结果：已立案或并案（`opened`、`joined`），等待人处理（`quarantined`），或已存下、尚未判定（`received`）。各有 `key`、一句说明（`message`），以及 `replayed`：此键是否已受理过。",
  "Why a command was refused: every rule that refuses it, and what may be done instead.":
    "命令为何被拒绝：每一条拒绝它的规则，以及可以改做什么。",
  "The code of the first reason.": "首要理由的代码。",
  "One sentence in the language of the desk; `messages` has every language.":
    "一句说明，用读者的语言；各种语言见 `messages`。",
  "Every reason, with its rule and the line of the policy.": "全部理由，各附规则和策略行。",
  "The lines of the policy that refuse.": "拒绝所依据的策略行。",
  "Commands that the actor could give instead.": "操作人可以改下的命令。",
  "The lowest role with enough authority, and the people who have it and may give the command. Absent if more than authority is missing.":
    "权限足够的最低角色，以及拥有该角色且能下达此命令的人。缺的不只是权限时没有。",
  "What happened to the case after `ifVersion`.": "`ifVersion` 之后案件发生的事件。"
}
