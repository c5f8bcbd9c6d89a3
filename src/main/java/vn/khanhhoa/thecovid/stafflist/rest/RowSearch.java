package vn.khanhhoa.thecovid.stafflist.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.intake.ProblemCode;
import vn.khanhhoa.thecovid.intake.RepairKind;
import vn.khanhhoa.thecovid.intake.Severity;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.platform.rest.ApiRefusal;
import vn.khanhhoa.thecovid.stafflist.RowFilter;
import vn.khanhhoa.thecovid.stafflist.RowFix;
import vn.khanhhoa.thecovid.stafflist.RowMark;
import vn.khanhhoa.thecovid.stafflist.RowState;

/**
 * Which rows are wanted, as the address says it. Names are not searched for: they would stand in logs on the way.
 *
 * @param problem code as a row names it, {@code intake.phone-invalid}
 */
record RowSearch(String state, String problem, String column) {
    private static final RowMark ANY = new RowMark("", "", "", 0);

    RowFilter filter() {
        Optional<RowState> wanted = ApiIds.choice("state", RowState.class, state);
        RowMark mark = problem.isEmpty() ? ANY : mark();
        return new RowFilter(wanted, mark.kind(), mark.code(), column, "");
    }

    /** The same for all cells that are found. */
    RowFix fix(RowFix.Action action, Optional<String> given, String text, long shown) {
        RowFilter of = filter();
        return new RowFix(of.state(), of.kind(), of.code(), column, action, given, text, shown);
    }

    private RowMark mark() {
        Stream<RowMark> problems = Arrays.stream(ProblemCode.values())
                .map(code -> new RowMark(
                        code.severity() == Severity.ERROR ? RowMark.ERROR : RowMark.WARNING, code.name(), column, 0));
        Stream<RowMark> repairs =
                Arrays.stream(RepairKind.values()).map(kind -> new RowMark(RowMark.REPAIR, kind.name(), column, 0));
        return Stream.concat(problems, repairs)
                .filter(mark -> mark.messageKey().equals(problem))
                .findFirst()
                .orElseThrow(() -> new ApiRefusal(400, "platform.no-such-value", problem, "problem"));
    }

    /** The same for the address of the next page. */
    String query() {
        return part("state", state) + part("problem", problem) + part("column", column);
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
