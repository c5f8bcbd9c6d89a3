/* What a post does with a card: plain functions of what was read, what is known of the card and what the sheet of the post says. */

const UNREADABLE = new Set(["not-a-card", "foreign-code", "too-long", "bad-base45", "bad-number"]);
const LEVELS = new Set(["GREEN", "YELLOW", "RED"]);
const MINUTE = 60_000;
const LONGEST_CODE = 2000;

/* The rule for an activity at a moment, or undefined. */
export function ruleFor(sheet, activity, now) {
  return sheet.rules.find(
    (rule) =>
      rule.activity === activity &&
      (!rule.from || Date.parse(rule.from) <= now) &&
      (!rule.to || now < Date.parse(rule.to)),
  );
}

/* Papers that are still valid beside the card today. */
export function papersAt(sheet, now) {
  const today = new Date(now + 7 * 60 * MINUTE).toISOString().slice(0, 10); // Asia/Ho_Chi_Minh has no summer time
  const begun = (from) => !from || (from.length > 10 ? Date.parse(from) <= now : from <= today);
  const over = (to) => Boolean(to) && (to.length > 10 ? Date.parse(to) <= now : to < today);
  return sheet.papers.filter((paper) => begun(paper.from) && !over(paper.to));
}

/* The code of another system that a text is by the sheet's patterns, or undefined. */
export function otherCode(sheet, text) {
  return text.length > LONGEST_CODE
    ? undefined
    : sheet?.codes.find(({ pattern }) => {
        try {
          return new RegExp(`^(?:${pattern})$`).test(text);
        } catch (noPattern) {
          return false;
        }
      });
}

/**
 * How a card stands by the list of the device: `{status, at, stale, void}`; `status` is null where that cannot be told.
 *
 * @param status of the list, or null
 */
export function standing(status, list, sheet, now) {
  if (!list) {
    return { status: null, at: null, stale: true, void: true };
  }
  const at = list.madeAt * 1000;
  return {
    status,
    at,
    stale: now - at > (sheet?.staleAfterMinutes ?? 60) * MINUTE,
    void: now >= list.until * 1000,
  };
}

/**
 * @param reading `{reason, claims}` of the code, or of what the portal says of the card's number
 * @param stands as `standing` tells it; `{status, at, stale: false, void: false}` where the portal itself said so
 * @param place `{sheet, activity, now}` of the post
 * @param doubts `{trust: true}` where the keys are past their end, `{clock: true}` where nobody knows what time it is,
 *     `{identity: true}` where the card was not in the holder's hand
 * @returns `{verdict, reason, level, rule, missing, fallback, at, stale}`
 */
export function judge(reading, stands, place, doubts = {}) {
  const rule = place.sheet && ruleFor(place.sheet, place.activity, place.now);
  const known = { level: null, rule: rule ?? null, missing: [], fallback: false, at: stands?.at ?? null, stale: Boolean(stands?.stale) };
  const told = (verdict, reason, more = {}) => ({ ...known, verdict, reason, ...more });
  if (rule?.always) {
    return told("PASS", "always", { stale: false });
  }
  if (reading.reason !== null) {
    return told(UNREADABLE.has(reading.reason) ? "UNREADABLE" : "STOP", reading.reason, { stale: false });
  }
  if (stands.status === "INVALID") {
    return told("STOP", "not-valid");
  }
  if (stands.status === "SUSPENDED") {
    // Where the matrix lets even them in, to a hospital for example, it says how.
    const held = rule?.answers.HOLD;
    return held?.verdict === "MORE" ? told("MORE", "suspended", { missing: held.conditions }) : told("STOP", "suspended");
  }
  known.level = LEVELS.has(stands.status) ? stands.status : null;
  const unsure = (reason) => told("MORE", reason, { fallback: true });
  if (doubts.clock || doubts.trust) {
    return unsure(doubts.clock ? "clock-wrong" : "trust-void");
  }
  if (stands.status === null || stands.void) {
    return unsure(stands.void ? "status-void" : "no-place");
  }
  if (!place.sheet) {
    return told("MORE", "no-sheet");
  }
  if (place.now >= place.sheet.until * 1000) {
    return unsure("sheet-void");
  }
  const identity = doubts.identity ? [{ kind: "IDENTITY" }] : [];
  if (!rule) {
    return told("MORE", "no-rule", { missing: identity, fallback: stands.stale });
  }
  const answer = rule.answers[known.level ?? "NONE"];
  if (!answer || answer.verdict === "STOP") {
    return told("STOP", "level");
  }
  const missing = [...answer.conditions.filter((condition) => !isMet(condition, rule, reading.claims, place.sheet)), ...identity];
  if (stands.stale) {
    return told("MORE", "status-stale", { missing, fallback: true });
  }
  if (missing.length > 0) {
    return told("MORE", "conditions", { missing });
  }
  return answer.verdict === "MORE" && answer.conditions.length === 0 ? unsure("conditions") : told("PASS", "ok");
}

function isMet(condition, rule, claims, sheet) {
  switch (condition.kind) {
    case "REGISTRATION":
      return claims.activities.includes(rule.activity);
    case "OWN_ZONE":
      return claims.route.includes(sheet.post.area?.code);
    default:
      return false;
  }
}

/* What is recorded where the officer has seen what was missing. */
export function proof(verdict) {
  const kinds = verdict.missing.map((condition) => condition.kind);
  if (verdict.reason === "no-rule" && !verdict.fallback) {
    return "proof-no-rule";
  }
  if (kinds.length + (verdict.fallback ? 1 : 0) > 1) {
    return "proof-several";
  }
  return `proof-${kinds.length === 1 ? kinds[0].toLowerCase().replaceAll("_", "-") : "fallback"}`;
}
