package vn.khanhhoa.thecovid.verification;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.khanhhoa.thecovid.eligibility.RuleAhead;
import vn.khanhhoa.thecovid.platform.Texts;

/** What a rule answers to a card, whatever the matrix itself has levels for. */
final class PostAnswers {
    /** Of a card that is suspended. */
    static final String HOLD = "HOLD";
    /** Of a valid card whose level is not known. */
    static final String NONE = "NONE";

    private static final String REGISTRATION = "REGISTRATION";

    private PostAnswers() {}

    /** @param level of the matrix, HOLD or NONE */
    static RuleAhead.Answer of(RuleAhead rule, String level) {
        RuleAhead.Answer answer = rule.answers().get(level);
        if (answer != null) {
            return answer;
        }
        return level.equals(NONE) ? ofUnknownLevel(rule) : new RuleAhead.Answer(rule.always(), List.of());
    }

    /** As the strictest level may; where that is denied and another is not, once the level is known. */
    private static RuleAhead.Answer ofUnknownLevel(RuleAhead rule) {
        List<RuleAhead.Answer> ofPeople = rule.answers().entrySet().stream()
                .filter(each -> !each.getKey().equals(HOLD))
                .map(Map.Entry::getValue)
                .toList();
        RuleAhead.Answer strictest = ofPeople.get(ofPeople.size() - 1);
        return strictest.allowed() || ofPeople.stream().noneMatch(RuleAhead.Answer::allowed)
                ? strictest
                : new RuleAhead.Answer(
                        true,
                        List.of(new RuleAhead.Name(
                                "LEVEL",
                                Texts.get(Texts.VIETNAMESE, "verification.level-unknown"),
                                Texts.get(Locale.ENGLISH, "verification.level-unknown"))));
    }

    /** What a card meets by itself is left out: that it names the activity is the registration. */
    static RuleAhead.Answer to(RuleAhead rule, String level, List<String> activitiesOfCard) {
        RuleAhead.Answer answer = of(rule, level);
        return new RuleAhead.Answer(
                answer.allowed(),
                answer.needs().stream()
                        .filter(need ->
                                !need.code().equals(REGISTRATION) || !activitiesOfCard.contains(rule.activity()))
                        .toList());
    }

    static Verdict verdict(RuleAhead.Answer answer) {
        return !answer.allowed() ? Verdict.STOP : answer.needs().isEmpty() ? Verdict.PASS : Verdict.MORE;
    }
}
