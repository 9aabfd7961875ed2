/** Comments about stores, their tables and keys, in Chinese. */
export const stores: Readonly<Record<string, string>> = {
  "The port to the store of the record: events in streams, and the rows that follow from them. SQLite, PostgreSQL and memory implement it.":
    "记录所在数据库的端口：按事件流存放事件，以及由事件得出的各种行。SQLite、PostgreSQL、内存各有实现。",
  "The optional abilities of the store; each is false unless the store says otherwise.":
    "数据库的可选能力；没有声明的为假。",
  "Returns the version of a stream and its events after version `after`. A stream that does not exist has version 0 and no events.":
    "返回事件流的版本，以及版本 `after` 之后的事件。不存在的事件流版本为 0，没有事件。",
  "Stores a unit completely or not at all. `conflict`: a stream has another version than expected. `key-reused`: the key was used for other content.":
    "存入一个单元，要么全部，要么全无。`conflict`：某事件流的版本与预期不符。`key-reused`：该键已用于别的内容。",
  "Stores several units in one transaction, in order, each with its own result. If it throws, none of them is stored.":
    "在一个事务里依次存入多个单元，各有结果。抛出异常时一个也没有存下。",
  "Returns the events of a tenant after a position, in one order. After a page with `next`, no new event ever gets a position before it. An empty page is the end for now.":
    "按唯一的顺序返回租户在某位置之后的事件。给出 `next` 之后，新事件的位置不会在它之前。空页表示暂时到头。",
  "Returns whole streams of a tenant with all their events, in the order of their names, after a name.":
    "按名称顺序返回租户的事件流，自某名称之后，各含全部事件。",
  "Returns the same as `histories`, but of each event only the clear part that figures need: neither sealed data nor the actor.":
    "同 `histories`，但每个事件只含统计所需的明文部分，不含密文和操作人。",
  "Returns names and versions of a tenant's streams, in the order of their names, after a name.":
    "按名称顺序返回租户的事件流名称和版本，自某名称之后。",
  "Returns the streams that have one of the next `limit` events after a position, in the order of their names.":
    "返回某位置之后的 `limit` 个事件所属的事件流，按名称顺序。",
  "Returns stored rows of one kind, in the order of their keys, after a key.":
    "返回一种行的现存内容，按键的顺序，自某键之后。",
  "Replaces and removes rows, all or nothing. Writes no event. A replaced message counts as never tried.":
    "替换或移除行，要么全部，要么全无；不写事件。替换的消息视为从未发送过。",
  "Claims due work of a tenant for a time, the earliest first. Nobody else gets it until the lease ends.":
    "领取租户到期的事项，最早的在前；租约期内别人领不到。",
  "Extends leases, counted from `now`. Returns the claims that are still held; the others have gone to somebody else.":
    "从 `now` 起延长租约。返回仍持有的；其余已归别人。",
  "Ends claims with their results. Claims of another tenant are left as they are.":
    "了结领取的事项，附结果；不触动其他租户的。",
  "Replaces several claimed messages by one new message, all or nothing. Returns false if one of the claims has gone to somebody else.":
    "把领取的多条消息换成一条新消息，要么全部，要么全无。其中有一条已归别人时返回 false。",
  "Returns a page of the rows of cases.": "返回案件行的一页。",
  "Counts the rows of cases, up to 10,000.": "统计案件行数，最多数到 10,000。",
  "Returns a page of the rows of arrivals, the oldest first.": "返回来件行的一页，最早的在前。",
  "Returns the number of arrivals in a state.": "返回处于某个状态的来件的数量。",
  "Returns up to `limit` cases of a customer that were received before an instant, the latest first.":
    "返回某客户在某时刻之前收到的案件，最多 `limit` 个，最近的在前。",
  "Returns how many cases of a customer, or of unknown customers, the search index has.":
    "返回检索索引已涵盖某客户（或不明客户）的多少案件。",
  "Adds a segment to the search index. Cases whose stream has moved on since they were read are not counted as indexed.":
    "向检索索引加入一段。读取之后又有变化的案件不算已索引。",
  "Returns segments of the search index after a number, in the order in which they were added.":
    "按加入的顺序返回某编号之后的索引段。",
  "Removes segments of the search index. Their cases still count as indexed until the edition changes.":
    "移除索引段；在版次改变之前，其中的案件仍算已索引。",
  "Returns how far a projection has read the record, and how far it could read.": "返回投影读到了哪里、可以读到哪里。",
  "Stores one step of a projection, all or nothing. Returns false and changes nothing if its mark is not the expected one.":
    "存入投影的一步，要么全部，要么全无。进度标记与预期不符时返回 false，不作改动。",
  "Returns rows of a projection in the order of the bytes of their keys.": "按键的字节顺序返回投影的行。",
  "Returns messages that were given up, the oldest first, or that wait for another try, the next first.":
    "返回已放弃的消息（最早的在前），或等待再试的消息（最先再试的在前）。",
  "Makes given-up or failed messages due at an instant, as if never tried. Returns their number.":
    "使已放弃或失败的消息在某时刻重新可发，如同从未发送过。返回条数。",
  "Returns the last position, the next due case and what waits.":
    "返回最后的位置、下一个到期的案件，以及等待中的内容。",
  "Returns a value that is kept beside a tenant's record, such as the mark of virtual time.":
    "返回租户记录旁保存的值，如“使用虚拟时间”的标记。",
  "Stores a value beside a tenant's record.": "在租户记录旁保存一个值。",
  "Returns the open transactions that a tenant waits for, the oldest first. Leave it out if transactions of others can never block the store.":
    "返回租户正在等待的未结束事务，最早的在前。其他事务不会阻塞的数据库可不实现。",
  "Calls `listener` after each commit of a tenant. Returns a function that stops it.":
    "租户每次提交之后调用 `listener`。返回停止的函数。",
  "Returns this store inside the host's transaction: its appends commit or roll back with it. A conflict is returned, never thrown, and nothing is retried. Errors: `tx/unsupported` on the first call if `tx` belongs to other data.":
    "返回处于宿主程序事务中的同一数据库：写入随该事务提交或回滚。冲突只作为结果返回，不抛出，也不重试。错误：`tx` 属于别的数据时，首次调用抛出 `tx/unsupported`。",
  "Closes the store.": "关闭数据库。",
  "The port to the keys of customers, which are kept apart from the record. Destroying a key erases its customer.":
    "客户密钥的端口；密钥与记录分开存放，销毁密钥即擦除该客户。",
  "Returns the customer's key (32 bytes), and makes it if there is none. Two callers at once get the same key. Store it durably before returning: an event sealed with a lost key cannot be read.":
    "返回客户的密钥（32 字节），没有则生成；同时调用的两方得到同一个。返回之前须已落盘：密钥丢失后，用它加密的事件读不出。",
  "Returns the key if there is one, and never makes one.": "返回已有的密钥，从不生成。",
  "Returns the last mark of a tenant; undefined if there is none. The mark shows whether the record was replaced by an older copy.":
    "返回租户最近的标记；没有则为 undefined。据此可知记录是否被换成了旧备份。",
  "Replaces the mark `before`, durably before it returns. Returns false and changes nothing if `before` is not the last mark.":
    "替换标记 `before`，返回之前须已落盘。`before` 不是最近的标记时返回 false，不作改动。",
  "Returns whether the place of the keys exists, so that keys can be read and made. Leave it out if the store throws whenever it cannot reach its keys.":
    "返回密钥存放处是否还在（能读能生成）。读不到密钥时必定抛出异常的，可不实现。",
  "Destroys the key for ever. If the customer comes back, they get a new key.":
    "永久销毁密钥。客户再来时得到新的密钥。",
  "One page of a list.": "列表的一页。",
  "Give it as `after` to read the next page; absent on the last page. It stays valid while rows come, go and change.":
    "作为 `after` 传入即读下一页；最后一页没有。其间行有增减、变化，它仍然有效。",
  "Opens a store in one file and makes it if there is none. The keys of customers are in a second file beside it. Errors: `store/unavailable` if a file cannot be opened, `store/folder` if its folder does not exist, `store/schema` if a newer version wrote it, `store/keys` if the keys belong to another store, `call/invalid` for an unknown option.":
    "打开一个文件中的数据库，没有则新建；客户密钥在旁边的另一个文件里。错误：文件打不开为 `store/unavailable`，目录不存在为 `store/folder`，由更新的版本写下为 `store/schema`，密钥属于别的数据库为 `store/keys`，选项不认识为 `call/invalid`。",
  "Opens the tables of a store for an administrator: to see their version, to migrate them, to export and import data. Only `migrate({ contract: true })` removes what older programs used. Errors: as `sqlite`.":
    "为管理员打开数据库的表：查看版本、迁移、导出导入。只有 `migrate({ contract: true })` 会去掉旧程序才用的部分。错误同 `sqlite`。",
  "The options of a store in a SQLite file.": "SQLite 数据库的选项。",
  "What survives a power cut. `full`, the default: everything that was answered. `normal`: the last moments may be lost, always whole and from the end. A crash of the process loses nothing in either case; keys always survive.":
    "断电后保住什么。`full`（默认）：凡已答复的都在。`normal`：最后片刻可能丢失，但总是从末尾整段丢失。进程崩溃时两者都不丢失；密钥总能保住。",
  "How long to wait for another writer. Units: ms. Default 5000.": "等待另一写入者的时间。单位：毫秒。默认 5000。",
  "The path of the file with the keys. Default: the path of the store with `.keys` at its end.":
    "密钥文件的路径。默认为数据库路径加 `.keys`。",
  "The tables of a store for an administrator: their version, migration, export and import.":
    "供管理员使用的数据库的表：版本、迁移、导出、导入。",
  "Returns the version of each part. Errors: `store/schema` if this program cannot work with the tables.":
    "返回各部分的版本。错误：本程序不能使用这些表时为 `store/schema`。",
  "Returns the SQL statements that `migrate` would run, for an administrator of the database.":
    "返回 `migrate` 会执行的 SQL 语句，供数据库管理员使用。",
  "Makes the tables, or adds what older tables lack. `contract`: also removes what only older programs used; these programs are refused from then on.":
    "建表，或补上旧表缺少的部分。`contract`：还去掉只有旧程序才用的部分，此后旧程序被拒绝。",
  "Writes the content of one part line by line, as it is at one moment, while other processes may work. Returns the number of lines.":
    "逐行写出一个部分在某一时刻的内容，其间其他进程可照常工作。返回行数。",
  "Reads exported lines into an empty store, all or nothing. Without keys the store has to have the keys of the exported one. Errors: `store/export` if lines are damaged, `store/not-empty` if the store is not empty, `store/keys` if the keys belong to another store.":
    "把导出的内容读入空的数据库，要么全部，要么全无。不给密钥时，数据库须已有原库的密钥。错误：内容不完整为 `store/export`，数据库不空为 `store/not-empty`，密钥属于别的数据库为 `store/keys`。",
  "Closes the connection.": "关闭连接。",
  "Opens a store in a schema of a database, and makes its tables if there are none. The keys of customers are in a second schema. Needs one of the drivers `pg` and `postgres` (postgres.js). Errors: `store/unavailable` if the server does not answer, `store/refused` if it refuses the connection or rights are missing, `store/driver` if no driver is installed, `store/missing` if there are no tables and `migrate` is false, `store/outdated` if they have to be migrated and `migrate` is false, `store/schema` if a newer version wrote them, `store/keys` if the keys belong to another store, `call/invalid` for an unknown option.":
    "打开数据库某个模式（schema）中的表，没有则新建；客户密钥在另一个模式里。需要驱动 `pg` 或 `postgres`（postgres.js）之一。错误：服务器不应答为 `store/unavailable`，拒绝连接或权限不足为 `store/refused`，没有安装驱动为 `store/driver`，没有表且 `migrate` 为假为 `store/missing`，须迁移且 `migrate` 为假为 `store/outdated`，由更新的版本写下为 `store/schema`，密钥属于别的数据库为 `store/keys`，选项不认识为 `call/invalid`。",
  "Opens the tables of a store for an administrator: to see their version, to migrate them, to export and import data. Opening changes nothing. Errors: as `postgres`.":
    "为管理员打开数据库的表：查看版本、迁移、导出导入。打开本身不作任何改动。错误同 `postgres`。",
  "The options of a store in PostgreSQL: an address, or a pool of the host.":
    "PostgreSQL 数据库的选项：地址，或宿主程序的连接池。",
  "The address of the server, such as `postgres://user@host/database`. The store opens and closes the connections.":
    "服务器地址，如 `postgres://user@host/database`。连接由数据库对象打开和关闭。",
  "A `Pool` of `pg`, or the `sql` function of postgres.js, instead of `url`. The store does not close it.":
    "代替 `url`：`pg` 的 `Pool`，或 postgres.js 的 `sql` 函数。数据库对象不会关闭它。",
  "The schema of the tables. Default `hearback`.": "表所在的模式。默认 `hearback`。",
  "Where the keys of customers are kept. Default: the same pool, and the name of the schema with `_keys` at its end.":
    "客户密钥存放处。默认为同一连接池，模式名加 `_keys`。",
  "Whether to make and migrate the tables. Default true. With `false`, a store without tables is refused.":
    "是否建表和迁移。默认为真；为假时，没有表的数据库被拒绝。",
  "Whether to learn of commits of other processes by `LISTEN`. Default true. With `false`, the store asks regularly.":
    "是否以 `LISTEN` 得知其他进程的提交。默认为真；为假时定期查询。",
  "Whether statements are prepared. Default true; behind a pooler in transaction mode the store notices and stops preparing.":
    "是否使用预备语句。默认为真；发现连接池代理处于事务模式时自动停用。",
  "How long a transaction that conflicts with another is tried again. Units: ms. Default 5000.":
    "与其他事务冲突时重试多久。单位：毫秒。默认 5000。",
  "Returns the host's transaction from what Drizzle gives to the function of `db.transaction`, and `sql` of `drizzle-orm`.":
    "由 Drizzle 传给 `db.transaction` 回调的事务和 `drizzle-orm` 的 `sql` 得到宿主程序的事务。",
  "Returns the host's transaction from what Kysely gives to the function of `db.transaction().execute`.":
    "由 Kysely 传给 `db.transaction().execute` 回调的事务得到宿主程序的事务。",
  "Returns the host's transaction from a client of `pg` that has run `BEGIN`.":
    "由已执行 `BEGIN` 的 `pg` 客户端得到宿主程序的事务。",
  "Returns the host's transaction from what postgres.js gives to the function of `sql.begin`.":
    "由 postgres.js 传给 `sql.begin` 回调的事务得到宿主程序的事务。",
  "Returns the host's transaction from a `DatabaseSync` of `node:sqlite` on the store's file that has run `BEGIN IMMEDIATE`.":
    "由打开本数据库文件、已执行 `BEGIN IMMEDIATE` 的 `node:sqlite` 的 `DatabaseSync` 得到宿主程序的事务。",
  "The host's open transaction, for any driver or query builder.": "宿主程序未结束的事务，适用于任何驱动或查询构造器。",
  "Runs a statement with parameters and returns its rows.": "执行带参数的语句，返回各行。"
}
