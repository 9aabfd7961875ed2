/**
 * Roughly how frequent English words are: function words, and words that many complaints have. A word in neither list
 * is rare. All forms of a word have the same frequency.
 */
import { stem } from "./Stem.ts"

const carrying =
  "a about after again all almost already also although always am an and another any anything are around as at away back " +
  "be because been before being both but by came can cannot come could did do does doing done down during each either else " +
  "even ever every everything few first for from get gets getting give given go goes going gone got had has have having he " +
  "hello her here hi him his how however i if in instead into is it its itself just last least let like made make many may " +
  "maybe me might more most much must my myself near new next nor nothing now of off often oh ok " +
  "okay on once one only or other others our ours out over own perhaps please put quite rather really said same say says " +
  "see several shall she should since so some somebody someone something soon still such than thank thanks that the their " +
  "them then there these they thing things this those though through thus till to together too took toward two under until " +
  "up upon us use used using very via want wanted wants was way we well went were what whatever when whenever where which " +
  "while who whoever whole whom whose why will with within without would write wrote yes yet you your yours yourself dear " +
  "mr mrs ms sir madam don doesn didn isn wasn weren won hasn haven hadn couldn wouldn shouldn ll ve re"

const usual =
  "able account accounts action add address against agent ago allow amount answer answered app apply ask asked available bad " +
  "bank bill bought business buy call called calls card cards care case change changed charge charged charges check closed " +
  "code company complain complaint complete contact contacted copy correct cost credit customer customers customs date dates " +
  "day days deal deliver delivered delivery department different due email end error expect experience explain explained " +
  "fact fee file filed fix fixed form found free full fund good great hand happen happened hard head hear help hold home " +
  "hope hour hours house idea info information informed inquiry interest invoice issue issues item items keep kept know " +
  "known later law leave left letter letters limit line list little live long look looked lost lot mail manager mean men " +
  "message mind minute minutes money month monthly months morning name need needed needs never night no nobody none not note nothing notice number offer " +
  "office old online open option order ordered page paid part past pay paying payment payments people per person personal " +
  "phone place plan point policy poor price problem problems process product promise promised provide provided question " +
  "quick read reason receive received record refund refuse refused remove replied reply report reported request requested " +
  "resolve resolved response rest return returned review right room say second send sent service services set shop show sign " +
  "site small speak spoke staff start started state states stop store support sure system talk team tell terms thought three " +
  "time times today told tomorrow total tried try trying turn understand update view visit wait waited waiting website week " +
  "weeks work worked working works world worth wrong year years yesterday"

const levels = new Map([
  ...usual.split(" ").map((word) => [stem(word), 1] as const),
  ...carrying.split(" ").map((word) => [stem(word), 2] as const)
])

/** Returns 2 for the stem of a function word such as `the`, 1 for one that many complaints have, 0 for a rare one. */
export const levelOf = (root: string): 0 | 1 | 2 => levels.get(root) ?? 0
