/** What is said of files of feedback: what they cannot be, and what became of them. */
const en = {
  workbook: (path: string) => `\`${path}\` is a workbook of a spreadsheet program`,
  workbookHelp: "open it there, choose “Save as”, and take “CSV UTF-8”",
  packed: (path: string) => `\`${path}\` is packed`,
  packedHelp: (path: string) => `unpack it first, for example with \`gunzip -k ${path}\``,
  document: (path: string) => `\`${path}\` is one document, not one object a line`,
  documentHelp: (path: string) => `write one object a line, for example with \`jq -c '.[]' ${path} > feedback.ndjson\``,
  otherFile: (path: string) => `\`${path}\` is no table: it is a PDF, a web page or a document of XML`,
  otherFileHelp: "export it as CSV",
  badEncoding: (label: string) => `\`${label}\` is no encoding`,
  encodingExpected: "utf-8, gb18030, big5, shift_jis, windows-1252, utf-16le or another name of the Encoding Standard",
  noRows: (path: string) => `\`${path}\` has no line that could be its head`,
  headBelow: (line: number) => `the head stands in line ${line}; what stands above it is left out`,
  encoding: (label: string) => `read as ${label}`,
  unaccounted: "the rows of the file and what became of them do not add up: please report this"
}

export type Intake = typeof en

const zh: Intake = {
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
  unaccounted: "文件的行数与处理结果对不上，请反馈此问题"
}

export const intake = { en, "zh-CN": zh }
