package vn.khanhhoa.thecovid.eligibility.matrix;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Activities by scenarios by levels. Cannot be made so that it denies or hampers emergency care, and would not if it were. */
public final class ConditionMatrix {
    /** Emergency care, childbirth, vaccination, testing: open to everybody always. */
    public static final String EMERGENCY = "YT_CAPCUU";

    private final List<String> levels;
    private final Map<String, Scenario> scenarios = new LinkedHashMap<>();
    private final Map<String, MatrixRow> rows = new LinkedHashMap<>();

    /** @param levels codes from the one that allows most, in the order of the parts of a cell */
    public ConditionMatrix(List<String> levels, Collection<Scenario> scenarios, Collection<MatrixRow> rows) {
        this.levels = List.copyOf(levels);
        scenarios.forEach(scenario -> this.scenarios.put(scenario.code(), scenario));
        for (MatrixRow row : rows) {
            if (!row.cells().keySet().equals(this.scenarios.keySet())
                    || row.cells().values().stream()
                            .anyMatch(cell -> cell.parts().size() != levels.size())) {
                throw new IllegalArgumentException(row.activity() + " has not one part for each scenario and level");
            }
            this.rows.put(row.activity(), row);
        }
        MatrixRow emergency = this.rows.get(EMERGENCY);
        if (emergency == null || !emergency.cells().values().stream().allMatch(MatrixCell::isOpen)) {
            throw new RuleViolation("eligibility.emergency-care-denied");
        }
    }

    public List<String> levels() {
        return levels;
    }

    public List<Scenario> scenarios() {
        return List.copyOf(scenarios.values());
    }

    public List<MatrixRow> rows() {
        return List.copyOf(rows.values());
    }

    public Optional<MatrixRow> row(String activity) {
        return Optional.ofNullable(rows.get(activity));
    }

    /**
     * May somebody do this? Empty where the matrix has no such activity.
     *
     * @param level the level of the matrix under which the person's is treated
     * @param order the scenario in force there
     * @param met conditions that are known to be met
     */
    public Optional<MatrixAnswer> ask(
            String activity, String level, ScenarioOrder order, Collection<MatrixCondition> met) {
        MatrixRow row = rows.get(activity);
        if (row == null) {
            return Optional.empty();
        }
        Scenario scenario = scenario(order);
        if (activity.equals(EMERGENCY)) {
            return Optional.of(new MatrixAnswer(
                    MatrixAnswer.Outcome.ALLOWED, row, scenario, order.document(), Set.of(), Set.of(), 0, 0));
        }
        MatrixCell cell = Objects.requireNonNull(row.cells().get(scenario.code()));
        int number = levels.indexOf(level);
        if (number < 0) {
            throw new IllegalArgumentException("the matrix knows no level " + level);
        }
        MatrixCell.Part part = cell.parts().get(number);
        Set<MatrixCondition> missing = EnumSet.noneOf(MatrixCondition.class);
        missing.addAll(part.needs());
        missing.removeAll(met);
        MatrixAnswer.Outcome outcome = !part.allowed()
                ? MatrixAnswer.Outcome.DENIED
                : missing.isEmpty() ? MatrixAnswer.Outcome.ALLOWED : MatrixAnswer.Outcome.NEEDS_MORE;
        return Optional.of(new MatrixAnswer(
                outcome, row, scenario, order.document(), part.needs(), missing, cell.capacity(), cell.maxPeople()));
    }

    private Scenario scenario(ScenarioOrder order) {
        return Optional.ofNullable(scenarios.get(order.scenario()))
                .orElseThrow(() -> new IllegalArgumentException("the matrix knows no scenario " + order.scenario()));
    }
}
