/**
 * Marks that mail programs, web forms and legal departments leave in a message, in English, Chinese, German and French.
 *
 * Each function looks at single lines. `Parts.ts` decides what follows from them.
 */

/** The longest mark of a program, in characters. A longer line is a person's paragraph. */
export const LONGEST_MARK = 300

/** Returns where the words of a quoted line begin, after its signs of quotation; 0 if the line is not quoted. */
export const quotedFrom = (line: string): number => /^[ \t]*(?:[>＞][ \t]?)+/.exec(line)?.[0].length ?? 0

/** Returns whether a line is the one above a forwarded message. */
export const isForwardMark = (line: string): boolean => forwardLine.test(line) || forwardTitle.test(line)

const forwardLine =
  /^[-—–_*=\s]{2,}\s*(?:forwarded (?:message|e-?mail)|weitergeleitete (?:nachricht|e-?mail)|message (?:transféré|réexpédié)|转发(?:的)?(?:邮件|消息)(?:信息|内容)?|轉寄(?:的)?(?:郵件|訊息)|轉寄郵件|转发邮件信息)(?:\s+by\s.{1,60})?\s*[-—–_*=\s]{2,}$/i
const forwardTitle =
  /^(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail)|début du message (?:transféré|réexpédié)|开始转发的邮件|下面是被转发的邮件|以下是轉寄的郵件|開始轉寄郵件)\s*[:：]$/i

/** Returns whether a line introduces the older message that is answered, such as `On Monday Ann wrote:`. */
export const isHistoryMark = (line: string): boolean =>
  /^[-—–_*=\s]{2,}\s*(?:original (?:message|appointment)|ursprüngliche (?:nachricht|e-?mail)|message d['’]origine|original-?nachricht|原始(?:邮件|郵件|信息)|邮件原件|回复的(?:原)?邮件|历史邮件|原邮件|reply message)\s*[-—–_*=\s]{2,}$/i.test(
    line
  )

const sender = /^\*{0,2}(?:from|von|de|da|expéditeur|发件人|寄件者|寄件人|發件人|发信人)\s*\*{0,2}\s*[:：]/i
const han = /^\*{0,2}(?:发件人|寄件者|寄件人|發件人|发信人)/
const field =
  /^\*{0,2}(?:sent|date|to|cc|subject|reply-to|gesendet|datum|an|betreff|envoyé|à|objet|cc|发送时间|发送日期|日期|时间|收件人|抄送|主题|傳送時間|寄件日期|收件者|副本|主旨|主題|發送時間)\s*\*{0,2}\s*[:：]/i

/**
 * Returns whether a line begins a header that says who wrote a message, when and to whom. `next`: the lines below it.
 */
export const opensHeader = (line: string, next: () => readonly string[]): boolean =>
  sender.test(line) && (han.test(line) || next().some((one) => field.test(one)))

/** Returns whether a line can be part of such a header. */
export const isHeaderLine = (line: string): boolean => sender.test(line) || field.test(line)

const verbs =
  "wrote|schrieb|(?:a|à) écrit|ha scritto|escribió|escreveu|schreef|skrev|napisał(?:\\(?a\\)?)?|写道|寫道|написал[аи]?"
const saysWrote = new RegExp(`(?:\\s|[^\\p{L}]|^)(?:${verbs}).{0,120}[:：]$`, "iu")
const opensWrote = /^(?:on|am|le|el|il|op|em|den|dnia|在|于|於)(?:\s|\p{Script=Han}|\d)/iu

/**
 * Returns whether lines, read as one, introduce a quotation: they give a date and say that somebody wrote. Programs
 * wrap a long introduction over two or three lines.
 */
export const introducesQuote = (lines: string): boolean =>
  lines.length <= LONGEST_MARK &&
  /\d/.test(lines) &&
  saysWrote.test(lines) &&
  (opensWrote.test(lines) || /[@＠]|\d{4}\s*年|\d{1,2}[:：]\d{2}/.test(lines))

/** Returns whether a line may be the first of such an introduction that continues on the next line. */
export const mayIntroduce = (line: string): boolean => opensWrote.test(line) && !/[:：]$/.test(line)

/** Returns whether a line is drawn with dashes or similar signs. */
export const isRule = (line: string): boolean => /^(?:[-—–_*=~#.]\s?){5,}$/.test(line)

/**
 * Returns whether a line is the mark above a signature: `-- ` by the convention of mail. Without its blank it counts
 * only if at most eight lines follow.
 */
export const isSignatureMark = (line: string, left: number): boolean => line === "-- " || (line === "--" && left <= 8)

/** Returns whether a line is only a closing phrase, as above a name. */
export const isFarewell = (line: string): boolean => farewell.test(line)

const farewell =
  /^(?:(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many)? ?(?:regards|wishes)|(?:yours|very) (?:sincerely|faithfully|truly)(?: yours)?|yours|sincerely(?: yours)?|respectfully(?: yours)?|cordially|br|kr|all the best|(?:mit )?(?:freundlichen?|besten?|vielen?|herzlichen?) grü(?:ß|ss)en?|viele grüße|mfg|(?:bien )?cordialement|(?:meilleures )?salutations(?: distinguées)?)\s*[,.!，。！]*|(?:此致|敬礼|此致\s*敬礼|顺祝商祺|顺颂商祺|祝商祺|祝好|祝工作顺利|祝您?工作愉快|此致敬意|敬上|谨启)[，。！!,.]?)$/iu

/** Returns whether a line may stand below a closing phrase: a name, a job title, a firm, an address, a number. */
export const maySign = (line: string): boolean =>
  line.length <= 80 && !/^(?:p\.? ?s\b|nb\b|又及|附言|另外|另)/i.test(line) && !isSentence(line)

const isSentence = (line: string): boolean =>
  /[?？!！]$/.test(line) ||
  (/[.。]$/.test(line) && (line.match(/[\p{L}\p{N}'’]+/gu) ?? []).length > 4) ||
  (/[。，；]/.test(line) && line.length > 12)

/**
 * Returns whether a line names the device, as *Sent from my iPhone*. An unknown device counts only on the last line.
 */
export const isDevice = (line: string, isLast: boolean): boolean =>
  knownDevice.test(line) || (isLast && anyDevice.test(line))

const knownDevice =
  /^(?:sent from my (?:iphone|ipad|android|samsung|galaxy|huawei|xiaomi|pixel|blackberry)\b.{0,30}|发自我的\s?(?:iphone|ipad|android|华为|小米|手机).{0,20}|von meinem (?:iphone|ipad|android)\b.{0,30} gesendet|envoyé de mon (?:iphone|ipad|android)\b.{0,30})$/i
const anyDevice =
  /^(?:sent (?:from|via) [\p{L}\p{N}’' ]{1,30}|get outlook for [a-z]{2,10}|获取 ?outlook.{0,20}|(?:发自|發自|发送自|来自)我的.{1,20}|从我的.{1,20}发送|由.{1,12}发送)\.?$/iu

/** Returns whether a paragraph is a firm's notice about who may read or print the message. */
export const isDisclaimer = (paragraph: string): boolean =>
  disclaimerTitle.test(paragraph) || (aboutMessage.test(paragraph) && aboutSecrecy.test(paragraph))

const disclaimerTitle =
  /^\*{0,2}(?:(?:e-?mail |legal |confidentiality )?(?:disclaimer|confidentiality(?: notice| note| statement)?|legal notice|privileged (?:and|&) confidential)\s*\*{0,2}\s*(?:[:：.\-–—]|$)|haftungsausschluss\s*[:：]|avertissement\s*[:：]|免责声明|免責聲明|保密(?:声明|提示|须知|通知)|please consider the environment|think before (?:you )?print|环保提示)/i
const aboutMessage =
  /(?:this|the (?:information|content|contents)[^.]{0,30}|any)\s(?:e-?mail|message|communication|transmission|attachments?)|received (?:this|it|the)[^.]{0,30} in error|intended recipient|diese (?:e-?mail|nachricht)|(?:ce|cet|le présent) (?:message|e-?mail|courriel)|(?:本|此)(?:电子)?(?:邮件|郵件|电邮|信件)/i
const aboutSecrecy =
  /confidential|privileged|intended (?:recipient|solely|only|for the)|unauthori[sz]ed|virus-?free|vertraulich|confidentiel|destinataire|保密|机密|機密|收件人|未经授权|专供|仅供/i

/** Returns the length of a form field's label at the beginning of a line, with its colon; 0 if there is none. */
export const labelLength = (line: string): number => {
  const found =
    /^[ \t]*(?:[*•【[]{0,2})[\p{L}\p{N}][\p{L}\p{N} /()（）'’_-]{0,38}?[\]】*]{0,2}[ \t]*(?:(?<!\d)[:：]|[:：](?!\d))(?!\/\/)/u.exec(
      line
    )
  if (found === null) return 0
  const words = found[0].match(/\p{Script=Han}|[\p{L}\p{N}'’]+/gu) ?? []
  const hanWords = words.filter((word) => /\p{Script=Han}/u.test(word)).length
  return words.length - hanWords <= 4 && hanWords <= 10 ? found[0].length : 0
}

/** Matches what every mark above has: a sign or a word at its beginning, a colon, or a word for a message. */
const marked = new RegExp(
  [/^[-—–_*=~#.>＞]/, /[:：]/, farewell, knownDevice, anyDevice, disclaimerTitle, aboutMessage]
    .map(({ source }) => source)
    .join("|"),
  "iu"
)

/** Returns whether a one-line message may contain any of these marks. Most do not. */
export const mayMark = (line: string): boolean => marked.test(line)
