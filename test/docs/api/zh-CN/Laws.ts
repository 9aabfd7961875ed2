/** Comments about the laws of adapters, in Chinese. */
export const laws: Readonly<Record<string, string>> = {
  "The laws of channels that send.": "发送类渠道须遵守的约定。",
  "The laws of classifiers.": "分类器须遵守的约定。",
  "The laws of customer directories.": "客户目录须遵守的约定。",
  "The laws of directories.": "人员目录须遵守的约定。",
  "The laws of key stores.": "密钥库须遵守的约定。",
  "The laws of channels that receive.": "接收类渠道须遵守的约定。",
  "Registers each law as a test of a test runner. A law that needs what the adapter does not have is registered as skipped, with its need.":
    "把每条约定登记为测试工具的一个测试；适配器不具备所需能力的，登记为跳过，并写明需要什么。",
  "The laws of stores.": "数据库须遵守的约定。",
  "A message as it arrived at the far side of a channel.": "在渠道另一端收到的消息。",
  "The receiver as the far side shows it, in any form: the same person always looks the same.":
    "另一端显示的收件人，形式不限；同一人须始终相同。",
  "A channel under test, with a view of what arrives at its far side.": "受测的渠道，并能查看另一端收到的内容。",
  "The channel. It has sent nothing yet.": "渠道；尚未发送过。",
  "Returns what the far side has received, in any order.": "返回另一端已收到的内容，顺序不限。",
  "Two people whom the channel can reach. Default: two with an id, a mail address and a name.":
    "渠道能送达的两个人。默认两人各有 id、邮箱和姓名。",
  "Makes every send fail while `isDown` is true. Needed for the capability `outage`.":
    "`isDown` 为真期间使每次发送失败。能力 `outage` 需要它。",
  "Makes the far side give no answer from now on. Needed for the capability `stall`.":
    "使另一端从此不应答。能力 `stall` 需要它。",
  "Called at the end of each law.": "每条约定运行结束时调用。",
  "A classifier under test.": "受测的分类器。",
  "Texts that the classifier can classify.": "分类器能判定的文本。",
  "The categories to choose from.": "可选的类别。",
  "A customer directory under test.": "受测的客户目录。",
  "The ids of some customers whom the directory knows.": "目录中若干客户的 id。",
  "A directory under test.": "受测的人员目录。",
  "The ids of some people whom the directory knows.": "目录中若干人的 id。",
  "Roles that some of these people have.": "其中一些人所有的角色。",
  "Somebody of `people` who is absent at the instant `at` and present at `back`, if there is anybody. Units: ms since 1970.":
    "`people` 中某人，在 `at` 时缺勤、在 `back` 时已返岗（如有）。单位：1970 年以来的毫秒数。",
  "A key store under test.": "受测的密钥库。",
  "One law of an adapter. `F` is its fixture: a new, empty adapter and what the test needs to observe it.":
    "适配器的一条约定。`F` 为测试夹具：新的、空的适配器，以及观察它所需的内容。",
  "The law as a sentence.": "约定的文字。",
  "What happens to a host whose adapter breaks the law.": "适配器违反它时，宿主程序会怎样。",
  "The capabilities that the law needs.": "约定需要的能力。",
  "Runs the law. Rejects with an assertion error that names the broken promise, its reason and the actual value.":
    "运行约定；不符时以断言错误失败，写明违反了什么、为何重要、实际值。",
  "A channel that receives, under test, with a way to give messages to its far side.":
    "受测的接收类渠道，并能向另一端投入消息。",
  "The channel. It has received nothing yet.": "渠道；尚未收到过。",
  "Gives a message to the far side, for the channel to receive.": "向另一端投入一条消息，供渠道接收。",
  "Two senders whom the far side can name. Default: two mail addresses.": "另一端可用的两个发件人。默认为两个邮箱。",
  "How long the tests wait for a message; longer than the channel needs. Units: ms. Default 5,000.":
    "测试等待一条消息多久，须长于渠道所需。单位：毫秒。默认 5,000。",
  "Gives the far side something that cannot be read as a message. Needed for the capability `unreadable`.":
    "向另一端投入读不成消息的内容。能力 `unreadable` 需要它。",
  "A store under test.": "受测的数据库。",
  "The store, new and empty.": "新的、空的数据库。",
  "Opens a second handle on the same data, as another process would. Needed for the capability `multiProcess`.":
    "在同一数据上再打开一个，如同另一进程。能力 `multiProcess` 需要它。",
  "Runs a function in a transaction of the host on the same data, and rolls it back if the function throws. Needed for the capability `hostTransaction`.":
    "在同一数据上、宿主程序的事务里执行函数；函数抛出异常则回滚。能力 `hostTransaction` 需要它。"
}
