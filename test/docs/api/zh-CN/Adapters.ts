/** Comments about channels, directories, classifiers and other adapters, in Chinese. */
export const adapters: Readonly<Record<string, string>> = {
  "An absence of a person, and the deputy for that time.": "某人的一段缺勤，以及其间的代理人。",
  "When the absence ends. Units: ms since 1970. Without it the person is absent until further notice.":
    "缺勤到何时为止。单位：1970 年以来的毫秒数。不写表示归期未定。",
  "The id of the deputy. Default: the `deputy` of the person.": "代理人的 id。默认取人员自己的 `deputy`。",
  "One hash of the whole record up to one event. Keep it outside the store (printed, mailed, time-stamped): `verify` then shows whether the record up to that event has changed.":
    "截至某个事件的全部记录的哈希。请存放在数据库之外（打印、寄出、加时间戳）：以后 `verify` 据此判断该事件之前的记录有没有变过。",
  "The position of the last event that the hash covers.": "哈希所涵盖的最后一个事件的位置。",
  "The hash: 64 hexadecimal digits.": "哈希值：64 位十六进制数字。",
  "A way to send messages to people, to receive theirs, or both. A host implements it for its mail, chat or page.":
    "渠道：发送消息、接收消息，或两者。由宿主程序为自己的邮件、聊天或页面实现。",
  "The name of the channel. If a channel of the policy has the same name, this one answers the customers who write there.":
    "渠道名称。与策略中某渠道同名时，即由它答复从那里来言的客户。",
  "Who receives messages on this channel. A channel for staff never gets messages to customers.":
    "服务的对象。只面向员工的渠道不会得到发给客户的消息。",
  "Whether the channel needs an address to reach people. Default true. With `false` it finds people by their id or by the case, as a page of the host does, and it also gets messages without an address.":
    "是否必须有地址才能送达。默认为真。为 `false` 时按 id 或案件找人（如宿主程序自己的页面），没有地址的消息也交给它。",
  "Whether replies name the case, as the `thread` of the message. Default false: then the text of the message itself names the case.":
    "答复是否带有案件（消息的 `thread`）。默认为假：此时由消息正文写明案件。",
  "Whether the channel takes `html` beside the text. Default false.": "除文本外是否也收 `html`。默认为假。",
  "The longest text that the channel takes, as JavaScript's `length` counts it. At least 40. Longer texts are sent in several parts that say so.":
    "一条文本的最大长度，按 JavaScript 的 `length` 计，至少 40。更长的分几条发送，并注明第几条。",
  "Returns whether the channel can send to an address. Without this method it takes every address.":
    "返回能否送到某地址；没有此方法时，任何地址都收。",
  'Sends a message. A thrown error means "try again". `attempt` counts from 1.':
    "发送一条消息。抛出异常表示“再试”。`attempt` 从 1 起计。",
  "Receives messages until `signal` is aborted, and gives each to `take`. When `take` resolves, the message is stored: acknowledge it to the sender's side only then. If `take` throws, give the message again under the same key. A method that returns before the signal is called again after a moment; one that throws, after a pause.":
    "持续接收，直到 `signal` 中止；每条消息交给 `take`。`take` 返回即已存下，到那时才向对方确认收到；`take` 抛出异常时，请以同一键再交一次。本方法提前返回的，稍候再次调用；抛出异常的，停一停再调用。",
  "Removes what the channel itself still holds of an erased customer. Without this method the channel holds nothing.":
    "删除渠道自己仍保存的、已擦除客户的内容。没有此方法表示渠道什么也不保存。",
  "What a classifier returns: a category, how sure it is, and which words show it.":
    "分类器的结果：类别、把握多大、凭哪些词。",
  "From 0 to 1.": "0 到 1。",
  "The places in the text that show the category, each as start and end. Units: UTF-16 units; the end is not included.":
    "文本中的依据，各为起止位置。单位：UTF-16 码元，不含终点。",
  "A model of the host that suggests the category of feedback. Without one the dictionary of the policy decides.":
    "宿主程序的模型，建议反馈属于哪个类别。没有时由策略的词典判定。",
  "How long `classify` may take; then the dictionary decides. Units: ms. Default 2000.":
    "`classify` 最多用多久，超过则由词典判定。单位：毫秒。默认 2000。",
  'Returns one of `categories`. A thrown error means "no opinion": the dictionary decides.':
    "返回 `categories` 中的一个。抛出异常表示“没有意见”，由词典判定。",
  "Tells the time.": "报告时间。",
  "Returns the present instant. Units: ms since 1970, UTC.": "返回此刻。单位：1970 年以来的毫秒数（UTC）。",
  "A reader that receives every event in order, also new ones, until it is stopped.":
    "按顺序接收每个事件（含新的）的消费者，直到停止。",
  "The position of the last event that was handled; 0 before the first.": "最后处理的事件的位置；尚未处理时为 0。",
  "Stops after the event that is being handled now.": "处理完手上的事件后停止。",
  "The port to the customer data of the host. The engine asks at each decision and records the answer.":
    "宿主程序客户档案的端口。引擎在每次判定时查询，并记下所得的内容。",
  "Returns what is on file of a customer; undefined if they are not known.": "返回客户档案；查无此人时为 undefined。",
  "Returns the ids of all customers, for channels with a `frequency`. Without this method nobody is asked periodically.":
    "返回全部客户的 id，供有 `频次` 的渠道使用。没有此方法时，不按期询问任何人。",
  "What the host has on file of a customer.": "宿主程序的客户档案。",
  "The language in which the customer is written to.": "用何种语言给客户写信。",
  "The address for messages, such as an e-mail address or a telephone number.": "收消息的地址，如邮箱或电话号码。",
  "Facts of the customer, by the names that the policy declares.": "客户的事实，按策略声明的名称。",
  "Roles that a person lends to another for a time. They are never wider than the lender's own.":
    "某人在一段时间内委托给他人的角色；不会超出委托人自己所有的。",
  "The id of the person who receives the roles.": "受托人的 id。",
  "The roles that are lent.": "委托的角色。",
  "When the delegation ends. Units: ms since 1970.": "委托到何时为止。单位：1970 年以来的毫秒数。",
  "The result of sending a message. `reference`: the channel's id of the message, given to later messages as `inReplyTo`; longer than 1,000 characters it is not kept. `retryAfterMs`: the shortest wait before the next try. `reason`: the staff read up to 300 characters of it in one line; the text and the address of the message are removed.":
    "发送的结果。`reference`：渠道自己的消息 id，以后的消息以 `inReplyTo` 带上；超过 1,000 个字符的不保存。`retryAfterMs`：至少多久之后再试。`reason`：给员工看，一行，最多 300 个字符，其中的正文和地址会去掉。",
  "The port to the staff: people, their roles and absences. The engine asks at each decision, and records the answer.":
    "人员目录的端口：人员、角色、缺勤。引擎在每次判定时查询，并记下所得的内容。",
  "Returns a person; undefined if nobody has that id.": "返回某人；没有此 id 时为 undefined。",
  "Returns everyone with a role, also absent people, always in the same order. `at`: ms since 1970.":
    "返回有某角色的所有人，含缺勤的，顺序固定。`at`：1970 年以来的毫秒数。",
  "Returns the absence of a person at an instant (ms since 1970); undefined if they are present.":
    "返回某人在某时刻（1970 年以来的毫秒数）的缺勤；在岗时为 undefined。",
  "A failed call of an adapter, as `onError` gets it. It contains no personal data.":
    "适配器的一次失败调用，即 `onError` 所得的内容；不含个人信息。",
  "The kind of adapter.": "适配器的种类。",
  "The method that was called, such as `withRole`.": "被调用的方法，如 `withRole`。",
  "The name of the channel, if the adapter is one.": "渠道的名称（适配器为渠道时）。",
  "The case that the call was made for.": "为哪个案件而调用。",
  "Whether the adapter did not answer in time.": "是否因为超时未答。",
  "The error of the adapter, without the personal data that it was given.": "适配器的错误，已去掉交给它的个人信息。",
  "Makes the ids of new cases, commands and other objects.": "生成新案件、命令等的 id。",
  "Returns the id of a case received at an instant, such as `2611-7K3QZM`: year and month, then six characters that are easy to read out on the telephone.":
    "返回某时刻收到的案件的 id，如 `2611-7K3QZM`：年月，加六个便于在电话里念出的字符。",
  "Returns a UUID of version 7 (RFC 9562), which sorts by time.": "返回 UUID 第 7 版（RFC 9562），按时间排序。",
  "A message that a channel sends.": "交给渠道发送的一条消息。",
  "The same for every attempt at the same message: pass it on if the far side can remove repeats.":
    "同一条消息的每次发送都相同；对方能去重时请传过去。",
  "Whether it goes to a customer or to staff.": "发给客户还是员工。",
  "The person to whom it goes.": "收件人。",
  "The id of its case; absent if it belongs to none. Return it as `thread` of the feedback when a reply comes.":
    "所属案件的 id；不属于任何案件时没有。收到答复时，请作为反馈的 `thread` 交回。",
  "The name of the message in the policy; `word` for a text that a person wrote, `digest` for joined notices.":
    "消息在策略中的名称；人写的为 `word`，合并的通知为 `digest`。",
  "The channel's own id of the last message about this case to this person, so that both can stand together.":
    "渠道就此案件发给此人的上一条消息的 id，以便排在一起。",
  "The subject, in one line.": "主题，一行。",
  "The notices that were joined into this message, in its order; absent for a message of its own.":
    "合并在这条消息里的通知，按其中的顺序；单独的消息没有。",
  "The text as HTML, if the channel takes `html`.": "正文的 HTML 形式（渠道收 `html` 时）。",
  "Which part this is, if the text was longer than `maxLength`. Each part has a key of its own.":
    "正文超过 `maxLength` 而分条发送时，这是第几条。每条各有键。",
  "The trace of the delivery, in the form of the header `traceparent`; absent without tracing.":
    "这次投递的追踪号，形式同标头 `traceparent`；没有追踪时没有。",
  "A member of the staff in a directory.": "人员目录中的员工。",
  "The names of the roles, as the policy declares them.": "角色名，按策略所声明的。",
  "The name of the department, as the policy declares it.": "部门名，按策略所声明的。",
  "The language of notices to them. Default: the language of the policy.": "给此人的通知用何种语言。默认为策略的语言。",
  "The address for notices; messages to customers never contain it. Without it channels get the person's id.":
    "收通知的地址，不会出现在给客户的消息里。没有时渠道只得到此人的 id。",
  "How customers reach them, for `{owner.contact}` in messages.": "客户如何联系此人，用于消息中的 `{owner.contact}`。",
  "The name of the calendar of their working hours. Default: the calendar of the policy.":
    "此人工作时间的日历表名。默认为策略的日历表。",
  "The id of the person who stands in for them off duty; an absence may name another.":
    "不在岗时的代理人的 id；缺勤可另指他人。",
  "The roles that they have lent to others.": "委托给他人的角色。",
  "Your exchange rates: returns the value of one unit of `currency` in the currency `to`, or undefined if you do not know it. Units: `at` in ms since 1970.":
    "您的汇率：返回一单位 `currency` 折合多少 `to`，不知道时为 undefined。单位：`at` 为 1970 年以来的毫秒数。",
  "How long each kind of adapter may take to answer. Units: ms of real time.":
    "各种适配器的应答时限。单位：毫秒，真实时间。",
  "Makes a channel that writes messages to standard output. A repeated message is written once.":
    "创建把消息写到标准输出的渠道；重复的消息只写一次。",
  "Makes a channel that writes each message to a file in a folder. The key names the file, so a repeat changes nothing. `name` tells two such channels apart.":
    "创建把每条消息写成文件夹中一个文件的渠道。文件按键命名，重复发送不会改变内容。`name` 用来区分两个这样的渠道。",
  "Returns the names of the messages in a folder, the oldest key first.": "返回文件夹中各消息的文件名，键最早的在前。",
  "A sender or a receiver of messages. In messages that leave, address and name have one line each.":
    "发件人或收件人。发出的消息中，地址和姓名各为一行。",
  "The id of the customer or of the person in the directory; absent if nobody is known.":
    "客户的 id，或人员目录中的 id；不知是谁时没有。",
  "An address of the kind that the channel uses, such as an e-mail address or a telephone number. Always present if the channel has `needsAddress`.":
    "渠道所用的地址，如邮箱或电话号码。渠道要求地址（`needsAddress`）时必有。",
  "A received message, as far as it could be read. If nothing could be read, it has only `key` and `raw`.":
    "收到的消息，能读出多少是多少。全读不出时只有 `key` 和 `raw`。",
  "The channel's own id of the message: the same id is taken in once.": "渠道自己的消息 id；同一 id 只受理一次。",
  "The original message. It is kept if the message goes into quarantine.": "原始消息；进入待辨认时保存。",
  "Who wrote it. Give an `id` only if the channel has verified it: then it is the word of that customer.":
    "写信人。渠道已核实身份时才给 `id`：此后即视为该客户的话。",
  "The text that the customer wrote.": "客户写的文字。",
  "When it was written. Units: ms since 1970.": "写于何时。单位：1970 年以来的毫秒数。",
  "True for a message written by a machine (out of office, bounce): it gets no answer.":
    "机器所写（外出自动回复、退信）为真：不答复。",
  "The case that it names, as a reply does: the `thread` of the message that it answers.":
    "消息指明的案件：所答复的那条消息的 `thread`。",
  "The policy's channel on which it arrived, if its name differs from this channel's.":
    "来自策略的哪个渠道（名称与本渠道不同时才有）。",
  "Which channel sends which messages, by the names of your channels. `false`: another process sends them.":
    "哪些消息由哪个渠道发送，按您的渠道名称。`false` 表示由另一进程发送。",
  "The channel for notices to staff.": "给员工的通知所用的渠道。",
  "The channel for answers to customers, by the policy's channel on which they are answered.":
    "答复客户所用的渠道，按策略的渠道分别指定。",
  "The channel for all other customers.": "其余客户所用的渠道。",
  "The result of a received message. The message is stored when this is returned.":
    "收到的消息的结果；返回时消息已存下。"
}
