package vn.khanhhoa.thecovid.eligibility.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.eligibility.criteria.Fact;
import vn.khanhhoa.thecovid.person.NameWords;
import vn.khanhhoa.thecovid.platform.PortalClock;

/**
 * One record about one person, as a source tells it.
 *
 * @param code of the vaccine, the method or the certificate
 * @param number of the dose; 0 for other kinds
 * @param about the time it is about: a day as its midnight
 * @param from when it begins to hold: a test with its result
 * @param outcome of a test; empty for other kinds
 * @param confirmedOn when the person was found to be ill; for recoveries, where it is told
 */
public record HealthRecord(
        RecordKind kind,
        long facilityId,
        PersonGiven person,
        String code,
        int number,
        Instant about,
        Instant from,
        Optional<Fact.TestOutcome> outcome,
        boolean pooled,
        String lot,
        Optional<LocalDate> confirmedOn) {
    private static final String PART = "\u001f";

    /**
     * Who a record is about, as it says.
     *
     * @param documentKind empty where there is no document
     * @param documentNumber likewise
     * @param birth as far as it is known: {@code 1985-03-07}, {@code 1985-03} or {@code 1985}
     * @param sex MALE, FEMALE or empty
     * @param phone national, with its zero, or empty
     * @param commune code, or empty where none is told or known
     */
    public record PersonGiven(
            String documentKind,
            String documentNumber,
            String name,
            String birth,
            String sex,
            String phone,
            String commune) {
        /** By which records of one person are the same person's; without a document only those that say the same. */
        public String key() {
            return documentNumber.isEmpty()
                    ? String.join(PART, "person", NameWords.alike(name), birth, phone)
                    : "document" + PART + documentNumber;
        }

        @Override
        public String toString() {
            return "a person";
        }
    }

    /** In Asia/Ho_Chi_Minh. */
    public LocalDate day() {
        return about.atZone(PortalClock.ZONE).toLocalDate();
    }

    /** Equal for versions of one record: of one facility and person, the dose of a number or what is of one time. */
    public String key() {
        String which = kind == RecordKind.DOSE ? String.valueOf(number) : about.getEpochSecond() + PART + code;
        return String.join(PART, kind.name(), String.valueOf(facilityId), person.key(), which);
    }

    /** Equal for versions that say the same. */
    public String content() {
        return Stream.of(
                        code,
                        number,
                        about,
                        from,
                        outcome.map(Fact.TestOutcome::name).orElse(""),
                        pooled,
                        lot,
                        confirmedOn.map(LocalDate::toString).orElse(""),
                        person.documentKind(),
                        person.documentNumber(),
                        person.name(),
                        person.birth(),
                        person.sex(),
                        person.phone(),
                        person.commune())
                .map(String::valueOf)
                .collect(Collectors.joining(PART));
    }
}
