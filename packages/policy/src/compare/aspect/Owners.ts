/** Compares who answers for a case and who works on it: owners, departments and the values of categories. */
import { type ComparisonFindings, compareValue, compareValues, other, tell, type ValueAspect } from "../value/Values.ts"

/** Compares the ownership rules of two policies. */
export const compareOwners = (found: ComparisonFindings): void => {
  const [before, after] = found.joint.bundles
  const ownership: ValueAspect = { aspect: "owner", of: "", at: ["ownership", "ownership"], weigh: other }
  // The value of `category.department` is reported with the category.
  compareValues(found, ownership, before.ownership, after.ownership)
  for (const name of new Set([...Object.keys(before.departments), ...Object.keys(after.departments)])) {
    const [one, two] = [before.departments[name], after.departments[name]]
    const at = `departments.${name}`
    const about: ValueAspect = { ...ownership, of: name, at: [at, at] }
    if (one === undefined || two === undefined)
      tell(found, about, "department", one, two, { rules: [one && at, two && at] })
    else compareValues(found, about, one, two)
  }
  for (const category of before.dictionary.categories) {
    const two = after.dictionary.categories.find(({ name }) => name === category.name)
    if (two === undefined) continue
    const at = `dictionary.categories.${category.name}`
    compareValue(
      found,
      { ...ownership, of: category.name, at: [at, at] },
      "department",
      category.department,
      two.department
    )
  }
}
