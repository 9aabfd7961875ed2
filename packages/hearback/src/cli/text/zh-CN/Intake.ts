/** What is said of files of feedback: what they cannot be, and what became of them. */
import type { IntakeTexts } from "../en/Intake.ts"

export const intake: IntakeTexts = {
  workbook: (path) => `\`${path}\` 是电子表格的工作簿`,
  workbookHelp: "请在表格程序中打开，另存为“CSV UTF-8”",
  packed: (path) => `\`${path}\` 是压缩文件`,
  packedHelp: (path) => `请先解压，如 \`gunzip -k ${path}\``,
  document: (path) => `\`${path}\` 是一整个文档，不是每行一个对象`,
  documentHelp: (path) => `请改成每行一个对象，如 \`jq -c '.[]' ${path} > feedback.ndjson\``,
  otherFile: (path) => `\`${path}\` 不是表格，而是 PDF、网页或 XML 文档`,
  otherFileHelp: "请导出为 CSV",
  badEncoding: (label) => `\`${label}\` 不是字符编码`,
  encodingExpected: "utf-8、gb18030、big5、shift_jis、windows-1252、utf-16le 或《编码标准》中的其他名称",
  noRows: (path) => `\`${path}\` 中没有可作表头的行`,
  headBelow: (line) => `表头在第 ${line} 行，其上的内容不导入`,
  encoding: (label) => `按 ${label} 读取`,
  stopped: (rows) => `已停止：前 ${rows} 行都因同一原因未能读出，其余各行也会如此`,
  goOn: "仍要继续导入，请加 `--继续`",
  backwards: (rows) => `有 ${rows} 行早于前面的行：加 \`--按先后\` 可按收到时间的先后判断是否同一事项`,
  ignored: (names) => `未导入的列（没有同名字段）：${names.join("、")}`,
  ignoredName: (name, rows, meant) => `${name}（${rows} 行${meant === undefined ? "" : `；是否指 \`${meant}\`？`}）`,
  again: "改好 `--配对` 或 `--编码` 后，用 `hearback 隔离 重读` 可重新读取",
  instantAdvice: (formats) =>
    formats.length === 0
      ? "请写明时刻的写法，如 `--配对 '收到时间:格式=dd/MM/yyyy HH:mm'`"
      : `请写 ${formats.map((format) => `\`--配对 '收到时间:格式=${format}'\``).join(" 或 ")}`,
  advice: {
    "row/not-utf-8": "请写明文件的字符编码，如 `--编码 windows-1252`",
    "row/not-decoded": "请写明文件的字符编码，如 `--编码 utf-8`",
    "row/columns": "请检查表头是否正确、各格之间用的是什么符号",
    "row/told-twice": "请给其中一列改名，或用 `--配对` 指明用哪一列",
    "row/unreadable": "请检查是否有未成对的引号",
    "row/no-number": "请把 `评分` 配给数字列",
    "row/too-long": "请缩短，或拆成多行",
    "key/reused": "请把 `去重号` 配给各行取值都不同的列",
    "intake/no-words": "请写明哪一列是客户原话：`--配对 客户原话=<列>`",
    "intake/off-scale": "请把 `评分` 配给符合渠道分值的列",
    "intake/shape": "请查看条目：`hearback 隔离 查看`",
    "intake/in-the-future": "请检查时区：`--配对 收到时间:时区=<时区>`",
    "intake/unknown-channel": "请写明这些行来自哪个渠道：`--配对 渠道:=<名称>`",
    "fact/wrong-type": "请把该事实配给另一列"
  },
  reread: (opened, left) => `隔离区中 ${opened} 条已成为案件，${left} 条仍在`,
  nothingToRead: "隔离区中没有来自文件的行",
  ofHistory: (field) => `指定了 \`${field}\`：它说明反馈在导入之前已有答复`,
  historyHelp: "请加 `--历史`：不发送任何消息，各项承诺按行中所写的时刻判定",
  unaccounted: "文件的行数与处理结果对不上，请反馈此问题"
}
