/** Comments about loops: opening, running, policy versions, the record, in Chinese. */
export const loop: Readonly<Record<string, string>> = {
  'Opens loops: `const loop = await Hearback.open({ policy: "policy.yaml", store: sqlite("loop.db") })`.':
    '打开闭环：`const loop = await Hearback.open({ policy: "policy.yaml", store: sqlite("loop.db") })`。',
  "Makes a store in the memory of the process, for tests and first trials. It keeps nothing after the process ends.":
    "创建内存数据库，供测试和试用；进程结束后什么也不保留。",
  "Where a new consumer begins.": "新的消费者从哪里读起。",
  "The position after which a consumer begins that the store does not know yet. Default: at the first event.":
    "数据库中尚无此消费者的进度时，从该位置之后读起。默认从第一个事件开始。",
  "Handles one event. `handling.commit(tx)` records in your own transaction on the store's database that the event is handled, so your writes and this record are stored together, once. Without it the store records it after the handler returns, so an event may be handled twice.":
    "处理一个事件的函数。`handling.commit(tx)` 在您自己的事务（同一数据库）里登记该事件已处理，与您的写入一起提交，恰好一次；不调用则在函数返回后由数据库登记，事件可能处理两次。",
  "The state of a loop and its adapters, for probes and alarms. It contains no personal data.":
    "闭环及其适配器的状况，供探针和告警使用；不含个人信息。",
  "Whether the process works.": "进程是否在工作。",
  "Present problems, each as a code; the other fields have details.": "现有的问题，各为一个代码；详情在其余字段。",
  "Whether the store answers.": "数据库是否应答。",
  "Transactions of the database that have been open for at least ten seconds and that others wait for.":
    "已打开至少十秒、且有别人在等待的数据库事务。",
  "Whether the keys of customers can be read. Without them personal data can neither be written nor read.":
    "客户密钥能否读取；不能时，个人信息既写不了也读不了。",
  "The policy in force, the next version (`next`), why the policy file could not be read (`lastReloadError`), and the version that the loop was opened with, if it is not published (`notPublished`).":
    "生效的策略、将生效的版本（`next`）、策略文件读不出的原因（`lastReloadError`），以及打开时所用、但未发布的版本（`notPublished`）。",
  "Why the people file cannot be read now. The last people who could be read stay known.":
    "人员表现在读不出的原因；沿用上次读到的人员。",
  "How long the oldest due deadline has waited (ms; null if none waits), and when the last tick was.":
    "最早到期而未触发的时限已等多久（毫秒；没有为 null），以及上次报时的时刻。",
  "Messages that wait (`waiting`), of these failed ones (`failing`), messages that were given up (`dead`), the age of the oldest that may leave (`oldestMs`), the last error, and messages that no channel of this process takes (`noRoute`).":
    "等待的消息（`waiting`）、其中失败的（`failing`）、已放弃的（`dead`）、最早可发的已等多久（`oldestMs`）、最近的错误，以及本进程没有渠道可发的（`noRoute`）。",
  "The number of arrivals in quarantine.": "待辨认的来件数。",
  "Arrivals that are stored and not decided yet, because an adapter failed. `tick` continues with them.":
    "已存下、尚未判定的来件数（适配器出了故障）；由 `tick` 接着办。",
  "A code for what prevents a loop from doing its work. Only probes report `store/unavailable`; a call of `health` throws it.":
    "妨碍闭环工作的问题的代码。`store/unavailable` 只由探针报告；调用 `health` 时则抛出。",
  "A log of the host, such as `console`. Messages and details contain no personal data.":
    "宿主程序的日志，`console` 即可。消息和详情不含个人信息。",
  "An opened loop: the desk of the host, with customers, policy versions, figures and the record.":
    "打开的闭环：宿主程序的入口，含客户、策略版本、指标和记录。",
  "The versions of the policy: publish one, or move open cases to it.": "策略的各版本：发布，或把在办案件换到新版本。",
  "Returns the desk of one customer: only their own cases, without notes of staff and without data of another customer in the same case. Use it for a page for customers.":
    "返回某位客户的入口：只有其自己的案件，不含员工备注，也不含同一案件中其他客户的内容。给客户的页面用它。",
  "Returns the desk inside your own transaction on the store's database: feedback and commands commit or roll back with it, and messages leave after the commit. `hearback/tx` makes `tx` from drivers and query builders. Errors: `tx/unsupported` if the store has no host transactions, or on the first call if `tx` belongs to other data.":
    "返回处于您自己事务（同一数据库）中的入口：反馈和命令随之提交或回滚，消息在提交后发出。`tx` 由 `hearback/tx` 从各驱动和查询构造器得到。错误：数据库不支持宿主事务，或 `tx` 属于别的数据（首次调用时），为 `tx/unsupported`。",
  "Takes many pieces of feedback in few transactions. Receipts come in the order of the feedback.":
    "成批受理反馈，用较少的事务。回执按反馈的顺序给出。",
  "Calls a handler with every event, in order, each at least once, and continues with new ones. The store keeps the progress under `name`. Resolves when all present events are handled. If the handler throws, the error goes to `onError` and the handler is called again with the same event. Use each name in one process only: two would both get every event. Errors: `consumer/running` if this loop already has a consumer of that name.":
    "按顺序把每个事件交给处理函数，每个至少一次，并持续交出新的；进度以 `name` 存在数据库里。现有事件处理完时返回。处理函数抛出异常时，报告给 `onError`，再以同一事件调用。同一名称只在一个进程里使用：两个会各收到全部事件。错误：本闭环已有同名消费者时为 `consumer/running`。",
  "Starts to receive messages from the channels, until it is stopped or the loop is closed. Each message is taken in once.":
    "开始从各渠道接收消息，直到停止或闭环关闭；每条消息只受理一次。",
  "Tells the engine the time: fires due clocks, delivers waiting messages, updates the figures. It ends after `budgetMs` of real time with `more: true`, and throws the reason of `signal` when that is aborted. Work that has begun by then, such as a message being sent, still finishes; `close` waits for it.":
    "给引擎报时：触发到期的时钟，投递等待的消息，更新统计。到 `budgetMs`（真实时间）即结束并返回 `more: true`；`signal` 中止时抛出其原因。已开始的事（如正在发送的消息）会做完，`close` 等待它。",
  "Ticks by itself until it is stopped or the loop is closed: after each commit in this process, when something falls due, and at least every `everyMs`. A failed tick is reported to `logger` and tried again.":
    "自行报时，直到停止或闭环关闭：本进程每次提交之后、有事到期时，以及至少每隔 `everyMs`。失败的报告给 `logger`，并会再试。",
  "Arrivals that could not become a case, and what to do with them.": "待辨认的来件及其处理。",
  "Messages that failed or were given up.": "发送失败或已放弃的消息。",
  "Returns the state of the loop and its adapters.": "返回闭环及其适配器的状况。",
  "Begins no new work, waits for running work, and closes the store. It waits for a sending channel for up to `timeouts.channel`.":
    "不再开始新的工作，等待进行中的完成，然后关闭数据库。对正在发送的渠道最多等 `timeouts.channel`。",
  "The result of a move for each case, or why no case was moved: the person has no authority for it, or the version is none of this policy.":
    "每个案件的换版结果；或全部未换的原因：此人无权，或不是本策略的版本。",
  "The changes of one case by a move to another version of the policy.": "换版给一个案件带来的变化。",
  "The content hash of the version before.": "原版本的内容哈希。",
  "The content hash of the new version.": "新版本的内容哈希。",
  "The clocks that run before or after the move, with their deadlines; null if there is no deadline yet, absent if the clock does not run. `kept`: the length that the new version gives and that the clock does not take, because it keeps its deadline (`on-new-version: keep`).":
    "换版前后运行的时钟及其时限；尚无时限为 null，不运行则没有。`kept`：新版本给出、但时钟没有采用的时长，因为它保留原时限（`换版时: 不变`）。",
  "Gates that the case needs only after the move.": "换版后新增的关口。",
  "Gates that the case no longer needs after the move.": "换版后不再需要的关口。",
  "Why the case was not moved: it would demand less, and the person has no authority for that.":
    "未换版的原因：换后要求会减少，而此人无权这样做。",
  "Which open cases are moved to which version of the policy. Closed cases never change.":
    "把哪些在办案件换到哪个版本。已结案件从不改变。",
  "A published version: its bundle, its content hash or the first characters of the hash. Default: the version in force.":
    "已发布的版本：编译件、内容哈希或哈希的开头几位。默认为生效的版本。",
  "Takes only the calendars of that version, for example new holidays.": "只采用该版本的日历表，如新公布的节假日。",
  "The ids of the cases. Default: every open case.": "案件的 id。默认为全部在办案件。",
  "The options of `Hearback.open`. `docs/hosting.md` says what happens without each.":
    "`Hearback.open` 的选项。每项不写时如何，见[运行与托管](hosting.md)。",
  "A policy file or a compiled bundle. In a new store it comes into force at once. Later versions have to be published; until then the old version stays in force and `health` reports `policy/not-published`. Default: the version in force.":
    "策略文件或编译件。新数据库中立即生效；此后的版本须发布，在此之前旧版本继续生效，`health` 报告 `policy/not-published`。默认为生效的版本。",
  "Publishes the policy in the name of a person with the authority, if it is not published yet. Errors: `policy/not-published` if the person has no authority. On virtual time no authority is needed.":
    "策略尚未发布时，以有权者的名义发布。错误：此人无权时为 `policy/not-published`。虚拟时间下无需授权。",
  "Where the record is kept: `sqlite`, `postgres` or `memory`.": "记录存放处：`sqlite`、`postgres` 或 `memory`。",
  "Your exchange rates. Without them, an amount in another currency than that of the limit waits for a person.":
    "您的汇率。没有时，币种与权限不同的金额等待人工处理。",
  "The channels that send and receive messages. Without them this process sends nothing, and messages wait for a process that does. Errors: `channels/no-route` if none of them takes a message of the policy.":
    "收发消息的渠道。没有时本进程不发送任何消息，消息等待能发送的进程。错误：策略的某种消息没有渠道可发时为 `channels/no-route`。",
  "Which channel takes which messages, if names and audiences leave it open. Without it, a customer is answered by the channel with the name of the policy's channel on which they wrote, and an audience with only one channel uses that one. `false`: another process takes these messages.":
    "名称和对象不足以决定时，哪些消息由哪个渠道发送。不写时：客户从策略的哪个渠道来言，就由同名的渠道答复；某类对象只有一个渠道时即用它。`false` 表示由另一进程发送。",
  "A model or service of your own that suggests the category of feedback. If it fails or is late, the dictionary decides.":
    "建议反馈类别的模型或服务。失败或超时的，由词典判定。",
  "Your customer data. Default: the customers of the people file.": "您的客户档案。默认为人员表中的客户。",
  "The language of texts for developers and staff; customers are written to in their own. Default: the language of the policy.":
    "给开发人员和员工的文字的语言；给客户的用客户的语言。默认为策略的语言。",
  "The name of the tenant. Cases, keys and policy versions of one tenant are invisible to another. Default: one tenant.":
    "租户名。一个租户的案件、密钥、策略版本对其他租户不可见。默认只有一个租户。",
  "How long each kind of adapter may take. Units: ms of real time. A later answer is a failure and goes to `onError`.":
    "各种适配器的应答时限。单位：毫秒，真实时间。超过即为失败，报告给 `onError`。",
  "How messages are sent. `concurrency`: how many each channel sends at once, default 8. `leaseMs`: how long claimed work stays with a process that stopped, default 60,000. `timeouts.channel` limits a single message.":
    "如何发送消息。`concurrency`：每个渠道同时发送的条数，默认 8。`leaseMs`：进程停掉后，其领取的工作保留多久，默认 60,000。单条消息的时限为 `timeouts.channel`。",
  "What the process does by itself. `worker`: it ticks and receives messages from the start. `all`: the same, and says that this process also answers calls, so that no other is needed. `web`, the default: nothing happens by itself. Calls work in all three.":
    "进程自己做什么。`worker`：打开即报时并接收消息。`all`：相同，并说明本进程也答复调用，无需别的进程。`web`（默认）：不自行做任何事。三者都能答复调用。",
  "Observers: the module `@opentelemetry/api`, `prometheus()` of `hearback/http`, or a list of both. They get no personal data.":
    "观测：模块 `@opentelemetry/api`、`hearback/http` 的 `prometheus()`，或两者的列表。不含个人信息。",
  "Whether time moves only by `tick({ at })`. The store is marked for good. Default false.":
    "时间是否只由 `tick({ at })` 推进；数据库会永久带上此标记。默认为假。",
  "The clock of the engine. Default: the clock of the system.": "引擎的时钟。默认为系统时钟。",
  "How new ids are made. Default: random.": "如何生成新的 id。默认随机。",
  "Your log. Without it nothing is logged.": "您的日志；不写则不记日志。",
  "Called with every failed call of an adapter: its case, message and cause, without personal data.":
    "适配器每次调用失败时调用，含案件、说明和原因，不含个人信息。",
  "The path of a policy file together with the names of that policy, as `hearback types` writes it.":
    "策略文件的路径，带有该策略的各种名称，由 `hearback 类型` 生成。",
  "A version of the policy in the record.": "记录中策略的一个版本。",
  "The id of the policy.": "策略的 id。",
  "The content hash of the version.": "该版本的内容哈希。",
  "`next` waits for its date. `asked` waits for a second person. `past` was in force, or was replaced before its date.":
    "`next` 等待生效日；`asked` 等待第二人；`past` 曾经生效，或在生效日之前已被替换。",
  "When it was published, or when publication was asked for.": "发布的时刻；等待第二人的，为申请的时刻。",
  "The id of the person who published it.": "发布人的 id。",
  "The id of the second person, if the policy requires one.": "第二人的 id（策略要求时）。",
  "From when it is in force.": "何时起生效。",
  "The versions of the policy: publish one, and move open cases to it.": "策略的各版本：发布，以及把在办案件换过去。",
  "Returns what a move would change on each case. Stores nothing.":
    "返回换版会给每个案件带来什么变化；不存下任何内容。",
  "Moves cases in the name of a person with the authority for it (`authority.move`); the record has who and why. The same `key` moves nothing twice. Errors: `policy/not-published` if the version is not published; on virtual time it need not be.":
    "以有权者（`授权.换版`）的名义换版，记录何人、为何。同一 `key` 不会换两次。错误：版本未发布时为 `policy/not-published`；虚拟时间下无需发布。",
  "The result of publishing: the version is in force, waits for its date or for a second person, or is refused.":
    "发布的结果：已生效、等待生效日或第二人，或被拒绝。",
  "Publishes versions of the policy and lists them.": "发布策略的版本，列出各版本。",
  "Puts a version in force in the name of a person with the authority for it, and records it. If the version in force requires a second person, they publish the same version too. Errors: `policy/invalid` with the findings.":
    "以有权者的名义使一个版本生效，并记录。生效的版本要求会签时，由另一人再发布同一版本。错误：`policy/invalid`，附诊断。",
  "Returns all published versions, the latest first, and the one that waits for a second person.":
    "返回全部已发布的版本，最近的在前，以及等待第二人的版本。",
  "An arrival that could not become a case, with the reason.": "不能立案的来件，附原因。",
  "The id of the entry, such as `q-…`.": "条目的 id，如 `q-…`。",
  "The idempotency key under which it arrived.": "来件时的幂等键。",
  "The reason as a code.": "原因的代码。",
  "The reason as a sentence, in the language of the loop.": "原因的文字，用闭环的语言。",
  "The id of the person who has to look at it.": "由谁处理（id）。",
  "The original text.": "原文。",
  "The row of a file from which it was read.": "取自文件的哪一行。",
  "What could be understood; `release` may complete it.": "已识别出的内容；`release` 时可补全。",
  "Checks that the record is complete and unchanged, and computes its rows again.":
    "核对记录是否完整、未被改动，并可重新计算各种行。",
  "Checks the whole record: the chains of events, the signatures, and the rows that follow from events. What is intact is signed.":
    "核对全部记录：事件链、签名，以及由事件得出的各种行。完好的部分予以签名。",
  "`anchor` returns the whole record as one hash; undefined if it is empty. `rebuild` computes the rows of cases, arrivals and waiting messages again and corrects those that differ; nothing else may use the store meanwhile. `restored`: the store was replaced by a copy on purpose. Errors: `record/broken` if events are damaged.":
    "`anchor` 返回全部记录的哈希，没有记录时为 undefined。`rebuild` 由事件重新计算案件、来件和待发消息的行，更正不符的；其间不得有别的程序使用数据库。`restored`：数据库是有意换回备份的。错误：事件损坏时为 `record/broken`。",
  "One place of the record that is not as it was recorded.": "记录中一处与当初不符的地方。",
  "The stream whose chain is broken.": "链断裂的事件流。",
  "The version of the first wrong event in `stream`.": "`stream` 中第一个不符的事件的版本。",
  "The position of an event that cannot be read.": "读不出的事件的位置。",
  "The field of this event that does not have its type.": "该事件中类型不符的字段。",
  "The kind of row that differs from the events.": "与事件不符的行属于哪一种。",
  "The id of this row.": "该行的 id。",
  "The fields of this row that differ.": "该行中不符的字段。",
  "The problem in one word: `altered`, `missing`, `rewritten`, `lost`, `later` (written by a later version of Hearback) …":
    "问题，一个词：`altered`（被改动）、`missing`（缺失）、`rewritten`（被重写）、`lost`（丢失）、`later`（由更新的版本写下）等。",
  "The problem as a sentence, in the language of the loop.": "问题的文字，用闭环的语言。",
  "Where a loop keeps its record and the keys of its customers.": "闭环存放记录和客户密钥之处。",
  "The record.": "记录。",
  "The keys of customers.": "客户密钥。",
  "The name of the data: two `open`s of the same name and tenant in one process share one loop.":
    "数据的名称：同一进程中名称和租户都相同的两次 `open` 得到同一个闭环。",
  "Messages that failed or were given up: list them and send them again.": "发送失败或已放弃的消息：列出，重发。",
  "Returns the messages that are tried again, the next first, then those that were given up, the oldest first.":
    "先返回会再试的消息，最先再试的在前；再返回已放弃的，最早的在前。",
  "Makes messages due now, as if never tried; the next `tick` sends them. Returns their number.":
    "使消息现在可发，如同从未发送过，由下一次 `tick` 发送。返回条数。",
  "A message that failed or was given up, with its last error.": "发送失败或已放弃的消息，附最近的错误。",
  "`retrying`: it is sent again at `nextTryAt`. `given-up`: it is only sent again by `retry`.":
    "`retrying`：在 `nextTryAt` 再试。`given-up`：只有 `retry` 才会重发。",
  "The id of its case; absent if it belongs to none or joins notices of several.":
    "所属案件的 id；不属于任何案件，或合并了几个案件的通知时没有。",
  "The notices that were joined into it.": "合并在其中的通知。",
  "The id of the customer or person.": "客户或员工的 id。",
  "The name of the channel; absent if any channel would do.": "渠道名称；任何渠道都可时没有。",
  "The name of the message in the policy; `digest` for joined notices.": "消息在策略中的名称；合并的通知为 `digest`。",
  "Why it was given up: the reason of the channel, `given up` after too many tries, or `erased` if its customer was erased.":
    "放弃的原因：渠道给出的原因；试了太多次为 `given up`；客户已擦除为 `erased`。",
  "The last error without personal data: the message of the adapter, or `deferred`.":
    "最近的错误，不含个人信息：适配器的消息，或 `deferred`。",
  "How often it was tried.": "已试次数。",
  "The result of a check of the record: each place that is not as it was recorded.":
    "核对记录的结果：每一处与当初不符的地方。",
  "Whether the whole record is intact.": "全部记录是否完好。",
  "The number of streams.": "事件流数。",
  "The number of events.": "事件数。",
  "The places that are not intact.": "不符之处。",
  "The last signed checkpoint; absent if the record was never signed.": "最近一次签名的检查点；从未签名时没有。",
  "A page of arrivals that wait.": "等待中的来件的一页。",
  "`quarantined`, the default: a person has to decide. `received`: stored and not decided yet, because an adapter failed.":
    "`quarantined`（默认）：须由人处理。`received`：已存下、尚未判定（适配器出了故障）。",
  "The background work that `loop.work` started.": "`loop.work` 启动的后台工作。",
  "Begins no further tick. Resolves when the running one has ended.": "不再报时；进行中的一次结束后返回。",
  "How often `loop.work` ticks.": "`loop.work` 多久报时一次。",
  "The longest wait between two ticks if this process commits nothing. Units: ms. Default 10,000.":
    "本进程没有提交时，两次报时之间最多隔多久。单位：毫秒。默认 10,000。"
}
