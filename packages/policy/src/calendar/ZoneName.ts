/** Guesses which time zone an unknown zone name means: an abbreviation, a city or a country. */
import { defined } from "@hearback/core"
import { guessed } from "../diagnostic/UnknownWords.ts"
import { zoneNames } from "./Zone.ts"

/** Names that people write for a zone, and the zones that each can mean. */
const meanings: Readonly<Record<string, string>> = {
  CST: "Asia/Shanghai America/Chicago",
  CDT: "America/Chicago",
  BST: "Europe/London Asia/Dhaka",
  IST: "Asia/Kolkata Europe/Dublin Asia/Jerusalem",
  EST: "America/New_York America/Panama",
  EDT: "America/New_York",
  MST: "America/Denver America/Phoenix",
  MDT: "America/Denver",
  PST: "America/Los_Angeles Asia/Manila",
  PDT: "America/Los_Angeles",
  HST: "Pacific/Honolulu",
  GMT: "UTC Europe/London",
  WET: "Europe/Lisbon",
  CET: "Europe/Berlin Europe/Paris",
  MET: "Europe/Berlin Europe/Paris",
  EET: "Europe/Athens Europe/Helsinki",
  MSK: "Europe/Moscow",
  JST: "Asia/Tokyo",
  KST: "Asia/Seoul",
  HKT: "Asia/Hong_Kong",
  SGT: "Asia/Singapore",
  AEST: "Australia/Sydney Australia/Brisbane",
  AEDT: "Australia/Sydney",
  AWST: "Australia/Perth",
  NZST: "Pacific/Auckland",
  PRC: "Asia/Shanghai",
  "ASIA/BEIJING": "Asia/Shanghai",
  BEIJING: "Asia/Shanghai",
  北京: "Asia/Shanghai",
  上海: "Asia/Shanghai",
  中国: "Asia/Shanghai",
  北京时间: "Asia/Shanghai",
  "UTC+8": "Asia/Shanghai Asia/Singapore",
  "GMT+8": "Asia/Shanghai Asia/Singapore",
  "+08:00": "Asia/Shanghai Asia/Singapore",
  ROC: "Asia/Taipei",
  ROK: "Asia/Seoul",
  HONGKONG: "Asia/Hong_Kong",
  SINGAPORE: "Asia/Singapore",
  JAPAN: "Asia/Tokyo",
  ISRAEL: "Asia/Jerusalem",
  IRAN: "Asia/Tehran",
  TURKEY: "Europe/Istanbul",
  GB: "Europe/London",
  "GB-EIRE": "Europe/London",
  EIRE: "Europe/Dublin",
  PORTUGAL: "Europe/Lisbon",
  POLAND: "Europe/Warsaw",
  ICELAND: "Atlantic/Reykjavik",
  EGYPT: "Africa/Cairo",
  LIBYA: "Africa/Tripoli",
  CUBA: "America/Havana",
  JAMAICA: "America/Jamaica",
  NAVAJO: "America/Denver",
  NZ: "Pacific/Auckland",
  "US/EASTERN": "America/New_York",
  "US/CENTRAL": "America/Chicago",
  "US/MOUNTAIN": "America/Denver",
  "US/ARIZONA": "America/Phoenix",
  "US/PACIFIC": "America/Los_Angeles",
  "US/ALASKA": "America/Anchorage",
  "US/HAWAII": "Pacific/Honolulu",
  EST5EDT: "America/New_York",
  CST6CDT: "America/Chicago",
  MST7MDT: "America/Denver",
  PST8PDT: "America/Los_Angeles",
  "ETC/UTC": "UTC",
  "ETC/GMT": "UTC",
  "ETC/UCT": "UTC",
  "ETC/ZULU": "UTC",
  UCT: "UTC",
  ZULU: "UTC",
  Z: "UTC"
}

/** Returns the meant zone as parameters of a finding. */
export const zoneMeant = (name: string) => {
  const known = ["Asia/Shanghai", "Europe/London"]
  const written = name.trim().toUpperCase()
  const [guess, ...others] = Object.hasOwn(meanings, written) ? (meanings[written] ?? "").split(" ") : []
  if (guess !== undefined && others.length > 0) return { known, guesses: [guess, ...others] }
  if (guess !== undefined) return { known, guess, sure: true }
  // People often write only the city.
  const zones = ["UTC", ...zoneNames()].map((word) => ({ word, also: [word.slice(word.lastIndexOf("/") + 1)] }))
  return { known, ...defined(guessed(name, zones)) }
}
