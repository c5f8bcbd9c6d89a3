package vn.khanhhoa.thecovid.review;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.OutwardReason;

/** Why an entry may be refused or returned, R01 to R99. */
@UseCase
public class Reasons {
    private static final String COLUMNS = "SELECT code, name_vi, name_en, text_vi, text_en FROM review_reason";
    /** For passing on only. */
    static final String WRONG_AGENCY = "R05";
    /** Judged with the registration, never with an entry. */
    private static final String OF_REGISTRATION = "R02";

    @Inject
    private Sql sql;

    /** Reasons for an entry by outcome, in the order of the catalogue. */
    @Requires(Permission.ANYONE)
    public List<Reason> of(Outcome outcome) {
        return sql.list(
                COLUMNS + " WHERE FIND_IN_SET(?, REPLACE(outcomes, ' ', ',')) AND code <> ? ORDER BY position",
                row -> new Reason(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
                outcome.name(),
                OF_REGISTRATION);
    }

    /** As they are told outside of the agency, by their codes. */
    @Requires(Permission.ANYONE)
    public List<Reason> outward() {
        return Arrays.stream(Outcome.values())
                .flatMap(outcome -> of(outcome).stream())
                .map(reason -> OutwardReason.code(reason.code()))
                .distinct()
                .sorted()
                .flatMap(code -> find(code).stream())
                .toList();
    }

    @Requires(Permission.ANYONE)
    public Optional<Reason> find(String code) {
        return sql.first(
                COLUMNS + " WHERE code = ?",
                row -> new Reason(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
                code);
    }
}
