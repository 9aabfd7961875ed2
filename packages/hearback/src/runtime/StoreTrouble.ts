/** Why a store cannot be used, and what to do about it, by the code of the error. */
import type { Language } from "./Language.ts"

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    "store/schema": "a newer version of hearback wrote it, or something else changed it",
    "store/outdated": "an older version of hearback wrote its tables: `hearback db migrate` brings them up to date",
    "store/export": "the file is no whole export: export once more, and copy it again",
    "store/not-empty": "it holds something already: import into a new one",
    "store/missing": "there is nothing in it: `hearback db migrate` makes the tables",
    "store/keys": "the key file is that of another store: `--key-file` says where its own is",
    "store/conflict": "another process is writing: try again",
    "store/folder": "the folder of the store, or of its key file, is not there: make it first",
    "store/driver": "a store in PostgreSQL needs its driver: run `npm install pg`"
  },
  "zh-CN": {
    "store/schema": "它由较新版本的 hearback 写成，或被其他程序改动过",
    "store/outdated": "其库表由较旧版本的 hearback 建立：请运行 `hearback 库表 升级`",
    "store/export": "文件不是完整的导出：请重新导出并复制",
    "store/not-empty": "其中已有内容：请导入新库",
    "store/missing": "其中尚无内容：可用 `hearback 库表 升级` 建立库表",
    "store/keys": "密钥文件属于另一数据文件：请用 `--密钥文件` 指明它自己的",
    "store/conflict": "另一个进程正在写入，请重试",
    "store/folder": "数据文件或密钥文件所在的文件夹不存在，请先建立",
    "store/driver": "PostgreSQL 存储需要其驱动：请运行 `npm install pg`"
  }
}

/** What is no store at all, and what is damaged, is told alike: the database does not always know which. */
const otherwise: Readonly<Record<Language, string>> = {
  en: "it is no store of hearback, is damaged, or may not be opened",
  "zh-CN": "它不是 hearback 的数据文件、已损坏，或没有权限打开"
}

/** Returns the sentence in each language. */
export const storeTrouble = (code: string): Readonly<Record<Language, string>> => ({
  en: texts.en[code] ?? otherwise.en,
  "zh-CN": texts["zh-CN"][code] ?? otherwise["zh-CN"]
})
