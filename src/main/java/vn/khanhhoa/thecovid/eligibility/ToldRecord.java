package vn.khanhhoa.thecovid.eligibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.criteria.Fact;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordKind;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;

/**
 * A version of a record as officers of its source see it.
 *
 * @param given whom the source names, numbers masked
 * @param code of the vaccine, the method or the certificate
 * @param number of the dose; 0 for others
 * @param outcome of a test
 * @param known since when it is
 * @param ended when it was withdrawn or another took its place; none as long as it is known
 */
public record ToldRecord(
        TieView.Who given,
        RecordKind kind,
        String code,
        int number,
        Optional<Fact.TestOutcome> outcome,
        boolean pooled,
        LocalDate day,
        String facility,
        Instant known,
        @Nullable Instant ended) {
    /** Of the tables that follow. */
    static final String COLUMNS =
            "g.person, g.document_kind, g.name, g.birth, g.sex, r.kind, r.code, r.number, r.outcome, r.pooled,"
                    + " r.event_day, r.known_from, r.known_to, f.name AS facility";

    static final String WITH_WHOM_AND_WHERE =
            " JOIN eligibility_given g ON g.id = r.given_id JOIN eligibility_facility f ON f.id = r.facility_id";

    static ToldRecord of(ResultSet row, DataCipher cipher) throws SQLException {
        return new ToldRecord(
                Matching.masked(
                        cipher.open(row.getBytes("person")),
                        row.getString("name"),
                        row.getString("birth"),
                        row.getString("sex"),
                        row.getString("document_kind"),
                        ""),
                RecordKind.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getInt("number"),
                Optional.of(row.getString("outcome"))
                        .filter(outcome -> !outcome.isEmpty())
                        .map(Fact.TestOutcome::valueOf),
                row.getBoolean("pooled"),
                Objects.requireNonNull(row.getObject("event_day", LocalDate.class)),
                row.getString("facility"),
                Objects.requireNonNull(Sql.instant(row, "known_from")),
                Sql.instant(row, "known_to"));
    }
}
