package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.matrix.ConditionMatrix;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixCell;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixCondition;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixWords;
import vn.khanhhoa.thecovid.eligibility.matrix.Scenario;
import vn.khanhhoa.thecovid.platform.Texts;

/**
 * What each level may do of one activity at a place for a time, for who answers elsewhere.
 *
 * @param from since when; of what holds already it may be long ago
 * @param to the first moment at which it may be otherwise; none where nothing else is known to come
 * @param document by which the scenario is in force
 * @param criteria document by which levels are made there; none where no criteria are in force
 * @param testHours how old a negative test may be by these criteria; empty where they ask for none
 * @param answers by code of the level, the one that allows most first
 * @param capacity share of the places in hundredths, as {@code maxPeople} 0 for no limit
 * @param always nobody may be kept from it, whatever they show
 */
public record RuleAhead(
        String activity,
        Instant from,
        @Nullable Instant to,
        Name scenario,
        String document,
        @Nullable String criteria,
        OptionalLong testHours,
        Map<String, Answer> answers,
        int capacity,
        int maxPeople,
        Name note,
        boolean always) {
    /** @param code empty for what has none */
    public record Name(String code, String vi, String en) {}

    /** @param needs what must be there besides; none where it is denied */
    public record Answer(boolean allowed, List<Name> needs) {
        public Answer {
            needs = List.copyOf(needs);
        }
    }

    static List<RuleAhead> of(
            PlaceRules rules,
            Instant from,
            @Nullable Instant to,
            @Nullable RuleOrderView criteria,
            OptionalLong testHours) {
        List<RuleAhead> ahead = new ArrayList<>();
        for (ActivityRule rule : rules.activities()) {
            Scenario scenario = rule.scenario();
            Map<String, Answer> answers = new LinkedHashMap<>();
            for (int level = 0; level < rules.levels().size(); level++) {
                answers.put(
                        rules.levels().get(level), answer(rule.cell().parts().get(level)));
            }
            ahead.add(new RuleAhead(
                    rule.row().activity(),
                    from,
                    to,
                    new Name(scenario.code(), scenario.nameVi(), scenario.nameEn()),
                    Objects.requireNonNull(rules.order()).document(),
                    criteria == null ? null : criteria.document(),
                    testHours,
                    answers,
                    rule.cell().capacity(),
                    rule.cell().maxPeople(),
                    new Name("", rule.row().noteVi(), rule.row().noteEn()),
                    rule.row().activity().equals(ConditionMatrix.EMERGENCY)));
        }
        return ahead;
    }

    private static Answer answer(MatrixCell.Part part) {
        return new Answer(
                part.allowed(),
                part.needs().stream()
                        .map(need -> new Name(need.name(), words(need, Texts.VIETNAMESE), words(need, Locale.ENGLISH)))
                        .toList());
    }

    private static String words(MatrixCondition need, Locale language) {
        return new MatrixWords(language, code -> code).conditions(List.of(need));
    }
}
