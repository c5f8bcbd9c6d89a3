package vn.khanhhoa.thecovid.eligibility;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.person.PersonKeys;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;

/**
 * People as the records of sources name them, by document and date of birth together: whether or not the portal knows them from a
 * list. What is for the source to mend is believed of nobody.
 */
@UseCase
public class RecordedPeople {
    @Inject
    private PersonKeys keys;

    @Inject
    private DataCipher cipher;

    @Inject
    private Sql sql;

    /**
     * Whom records name.
     *
     * @param documentKind CCCD, CMND or PASSPORT
     * @param birth as far as the newest record knows it, year first
     * @param sex MALE, FEMALE or empty
     * @param phone national, of the newest record that has one; empty where none has
     * @param commune code; empty where no record tells
     */
    public record Recorded(
            String documentKind,
            String documentNumber,
            String name,
            String birth,
            String sex,
            String phone,
            String commune) {
        /** Never tells of whom. */
        @Override
        public String toString() {
            return "a person";
        }
    }

    /**
     * By the records that count now; of several sides the newest. Where any knows the day of birth, that is the one asked for; else
     * the month or the year that is known.
     *
     * @param documentNumber without separators, letters in upper case
     */
    @Requires(Permission.RUN_JOBS)
    public Optional<Recorded> find(Actor portal, String documentNumber, LocalDate birth) {
        List<Recorded> all = sql.list(
                "SELECT g.person, g.document_kind, g.name, g.birth, g.sex, g.commune FROM eligibility_given g JOIN"
                        + " eligibility_record r ON r.given_id = g.id AND r.known_to IS NULL WHERE g.identity_hash = ? AND NOT"
                        + " EXISTS (SELECT 1 FROM eligibility_tie t WHERE t.given_id = g.id AND t.known_to IS NULL AND t.state ="
                        + " 'CONFLICT') ORDER BY r.known_from DESC, r.id DESC",
                row -> {
                    String[] numbers = cipher.open(row.getBytes(1)).split(StoredGiven.SEPARATOR, -1);
                    return new Recorded(
                            row.getString(2),
                            numbers[0],
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            numbers[1],
                            row.getString(6));
                },
                (Object) keys.document(documentNumber));
        String day = birth.toString();
        boolean dayKnown = all.stream().anyMatch(each -> each.birth().length() == day.length());
        List<Recorded> fitting = all.stream()
                .filter(each -> dayKnown ? each.birth().equals(day) : day.startsWith(each.birth()))
                .toList();
        return fitting.stream().findFirst().map(newest -> withPhone(newest, fitting));
    }

    private static Recorded withPhone(Recorded newest, List<Recorded> all) {
        String phone = all.stream()
                .map(Recorded::phone)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        return new Recorded(
                newest.documentKind(),
                newest.documentNumber(),
                newest.name(),
                newest.birth(),
                newest.sex(),
                phone,
                newest.commune());
    }
}
