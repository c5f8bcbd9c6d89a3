package vn.khanhhoa.thecovid.verification;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import vn.khanhhoa.thecovid.eligibility.RuleAhead;
import vn.khanhhoa.thecovid.platform.Texts;

/** What the devices of a post are to answer: of each of its activities, for a time, each level of card. As JSON. */
final class SheetRules {
    private static final String TEST = "NEGATIVE_TEST";

    private SheetRules() {}

    /** In the order of the activities, and of each in the order of time. */
    static JsonArrayBuilder of(List<String> activities, List<RuleAhead> ahead) {
        JsonArrayBuilder rules = Json.createArrayBuilder();
        activities.forEach(activity ->
                ahead.stream().filter(rule -> rule.activity().equals(activity)).forEach(rule -> rules.add(of(rule))));
        return rules;
    }

    private static JsonObjectBuilder of(RuleAhead rule) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("activity", rule.activity())
                .add("from", rule.from().toString());
        if (rule.to() == null) {
            json.addNull("to");
        } else {
            json.add("to", rule.to().toString());
        }
        json.add("scenario", words(rule.scenario()).add("code", rule.scenario().code()));
        json.add("document", rule.document());
        if (rule.criteria() == null) {
            json.addNull("criteria");
        } else {
            json.add("criteria", Json.createObjectBuilder().add("document", rule.criteria()));
        }
        json.add("answers", answers(rule));
        limit(json, "capacity", rule.capacity());
        limit(json, "people", rule.maxPeople());
        return json.add("note", words(rule.note())).add("always", rule.always());
    }

    private static JsonObjectBuilder answers(RuleAhead rule) {
        JsonObjectBuilder answers = Json.createObjectBuilder();
        rule.answers().forEach((level, answer) -> answers.add(level, json(answer, rule.testHours())));
        for (String level : List.of(PostAnswers.HOLD, PostAnswers.NONE)) {
            answers.add(level, json(PostAnswers.of(rule, level), rule.testHours()));
        }
        return answers;
    }

    private static JsonObjectBuilder json(RuleAhead.Answer answer, OptionalLong testHours) {
        JsonArrayBuilder conditions = Json.createArrayBuilder();
        answer.needs().forEach(need -> conditions.add(condition(need, testHours)));
        Verdict verdict = PostAnswers.verdict(answer);
        return Json.createObjectBuilder().add("verdict", verdict.name()).add("conditions", conditions);
    }

    private static JsonObjectBuilder condition(RuleAhead.Name need, OptionalLong testHours) {
        if (need.code().equals(TEST) && testHours.isPresent()) {
            long hours = testHours.getAsLong();
            return Json.createObjectBuilder()
                    .add("kind", "TEST")
                    .add("hours", hours)
                    .add("vi", Texts.get(Texts.VIETNAMESE, "verification.test-within", hours))
                    .add("en", Texts.get(Locale.ENGLISH, "verification.test-within", hours));
        }
        return words(need)
                .add("kind", need.code().equals(TEST) ? "TEST" : need.code())
                .addNull("hours");
    }

    private static void limit(JsonObjectBuilder json, String name, int limit) {
        if (limit == 0) {
            json.addNull(name);
        } else {
            json.add(name, limit);
        }
    }

    private static JsonObjectBuilder words(RuleAhead.Name name) {
        return Json.createObjectBuilder().add("vi", name.vi()).add("en", name.en());
    }
}
