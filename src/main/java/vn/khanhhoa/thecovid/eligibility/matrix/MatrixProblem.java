package vn.khanhhoa.thecovid.eligibility.matrix;

import java.util.List;
import java.util.Locale;
import vn.khanhhoa.thecovid.platform.Texts;

/**
 * One problem of a matrix and its place.
 *
 * @param activity empty where it is not of one row
 * @param scenario empty where it is not of one column
 */
public record MatrixProblem(Code code, String activity, String scenario, List<String> args) {
    public enum Code {
        FILE_NOT_READABLE,
        HEADER_WRONG,
        SCENARIO_UNKNOWN,
        SCENARIO_MISSING,
        ACTIVITY_REPEATED,
        ACTIVITY_MISSING,
        CELL_EMPTY,
        CELL_NOT_UNDERSTOOD,
        PARTS_WRONG,
        LIMIT_WRONG,
        EMERGENCY_DENIED,
        /** A stricter scenario allows what a milder one does not. */
        STRICTER_ALLOWS_MORE(false),
        /** A lower level may what a higher one may not. */
        LOWER_LEVEL_MAY_MORE(false);

        private final boolean error;

        Code() {
            this(true);
        }

        Code(boolean error) {
            this.error = error;
        }

        public boolean isError() {
            return error;
        }

        String key() {
            return "eligibility.matrix-problem."
                    + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public MatrixProblem {
        args = List.copyOf(args);
    }

    public boolean isError() {
        return code.isError();
    }

    /** For where the place is seen. */
    public String sentence(Locale language) {
        return Texts.get(language, code.key(), args.toArray());
    }

    /** With its place in front. */
    public String text(Locale language) {
        String sentence = sentence(language);
        if (activity.isEmpty() && scenario.isEmpty()) {
            return sentence;
        }
        String place = scenario.isEmpty()
                ? Texts.get(language, "eligibility.matrix-problem-at.activity", activity)
                : activity.isEmpty()
                        ? Texts.get(language, "eligibility.matrix-problem-at.scenario", scenario)
                        : Texts.get(language, "eligibility.matrix-problem-at.cell", activity, scenario);
        return place + ": " + sentence;
    }
}
