package vn.khanhhoa.thecovid.stafflist.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.khanhhoa.thecovid.platform.rest.ApiRefusal;
import vn.khanhhoa.thecovid.stafflist.RowFilter;
import vn.khanhhoa.thecovid.stafflist.RowMark;
import vn.khanhhoa.thecovid.stafflist.RowState;

/**
 * Which rows are wanted, as the address says it. Names are not searched for: they would stand in logs on the way.
 *
 * @param problem code as a row names it, {@code intake.phone-invalid}
 */
record RowSearch(String state, String problem, String column) {
    private static final String REPAIR = "intake.repair.";

    RowFilter filter() {
        Optional<RowState> wanted = state.isEmpty()
                ? Optional.empty()
                : Optional.of(Arrays.stream(RowState.values())
                        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(state))
                        .findFirst()
                        .orElseThrow(() -> new ApiRefusal(400, "stafflist.no-such-state", state)));
        boolean repair = problem.startsWith(REPAIR);
        String code = problem.replaceFirst(repair ? "^intake\\.repair\\." : "^intake\\.", "")
                .toUpperCase(Locale.ROOT)
                .replace('-', '_');
        return new RowFilter(wanted, repair ? RowMark.REPAIR : "", code, column, "");
    }

    /** The same for the address of the next page. */
    String query() {
        return part("state", state) + part("problem", problem) + part("column", column);
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
