/** Answers that the language gives, and no policy; and what is said of a policy that is not in force. */
export const answer = {
  own: { yes: "yes", no: "no", none: "none" },
  otherValues: (count: number) => `${count} other values`,
  notPublished: (given: string, inForce: string) =>
    `version \`${given}\` is not published: version \`${inForce}\` stays in force`
}
