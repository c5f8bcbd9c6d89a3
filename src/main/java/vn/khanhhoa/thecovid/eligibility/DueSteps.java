package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.criteria.Vaccine;
import vn.khanhhoa.thecovid.platform.Sql;

/**
 * Keeps which doses another one is due after, and how many, some records at a time behind the imports that brought them or
 * took them back. Of each person whom a changed record is about, all doses are looked at as they were committed, so that
 * whichever of two changes comes last finds both.
 */
@ApplicationScoped
@Transactional
class DueSteps {
    private static final int STEP = Sql.LOOK_UP;
    private static final Map<String, Vaccine> VACCINES =
            CriteriaSets.VOCABULARY.vaccines().stream().collect(Collectors.toMap(Vaccine::code, vaccine -> vaccine));
    private static final String DOSES =
            "SELECT r.id, g.identity_hash, r.source_id, r.facility_id, g.commune, r.code, r.number, r.event_day, r.known_to IS"
                    + " NULL AS current, d.record_id IS NOT NULL AS kept FROM %s LEFT JOIN eligibility_due d ON d.record_id = r.id"
                    + " WHERE r.kind = 'DOSE' AND %s IN (%s)";
    private static final String BY_DOCUMENT = "eligibility_given g FORCE INDEX (eligibility_given_said) STRAIGHT_JOIN"
            + " eligibility_record r FORCE INDEX (eligibility_record_given) ON r.given_id = g.id";
    private static final String BY_RECORD =
            "eligibility_record r FORCE INDEX (eligibility_record_version) STRAIGHT_JOIN"
                    + " eligibility_given g ON g.id = r.given_id";

    @Inject
    private StoredPeopleActs acts;

    @Inject
    private Sql sql;

    /** What is counted together. */
    private record Group(long sourceId, long facilityId, String commune, boolean documented, LocalDate dueOn) {}

    /** @param group empty where its vaccine needs no more */
    private record Dose(
            long id, @Nullable Hash identity, int number, boolean current, boolean kept, Optional<Group> group) {
        /** @param last of the person, which is no other's than this one's */
        boolean isDue(@Nullable Dose last) {
            return current
                    && group.isPresent()
                    && (identity == null || last != null && last.number == number && identity.equals(last.identity));
        }

        Dose orLater(Dose other) {
            return number == other.number ? id > other.id ? this : other : number > other.number ? this : other;
        }
    }

    /** What is known of their documents together is another. */
    void touched(Set<Long> people) {
        sql.batch(
                "INSERT IGNORE INTO eligibility_due_person (person_id) VALUES (?)",
                people.stream().sorted().toList(),
                (statement, person) -> statement.setLong(1, person));
    }

    /** @return whether there was anything to do */
    boolean ofPeople() {
        List<Long> people = sql.list(
                "SELECT person_id FROM eligibility_due_person ORDER BY person_id LIMIT " + STEP + " FOR UPDATE",
                row -> row.getLong(1));
        if (people.isEmpty()) {
            return false;
        }
        keep(new HashSet<>(acts.documents(people).values()), Set.of());
        sql.batch(
                "DELETE FROM eligibility_due_person WHERE person_id = ?",
                people,
                (statement, person) -> statement.setLong(1, person));
        return true;
    }

    /** How far an import is. */
    private record Progress(long id, long reckonedTo) {}

    /** @return whether there was anything to do */
    boolean ofImports() {
        Optional<Progress> next = sql.first(
                "SELECT id, reckoned_to FROM eligibility_import WHERE to_reckon AND state <> 'RECEIVED' ORDER BY id LIMIT 1 FOR"
                        + " UPDATE",
                row -> new Progress(row.getLong(1), row.getLong(2)));
        next.ifPresent(this::goOn);
        return next.isPresent();
    }

    private void goOn(Progress progress) {
        Set<Hash> identities = new LinkedHashSet<>();
        Set<Hash> nameless = new LinkedHashSet<>();
        List<Long> some = sql.list(
                "SELECT r.id, g.identity_hash, r.record_key FROM eligibility_record r STRAIGHT_JOIN eligibility_given g ON g.id ="
                        + " r.given_id WHERE r.import_id = ? AND r.id > ? ORDER BY r.id LIMIT " + STEP,
                row -> {
                    byte[] identity = row.getBytes(2);
                    if (identity == null) {
                        nameless.add(new Hash(row.getBytes(3)));
                    } else {
                        identities.add(new Hash(identity));
                    }
                    return row.getLong(1);
                },
                progress.id(),
                progress.reckonedTo());
        keep(identities, nameless);
        long last = some.isEmpty() ? progress.reckonedTo() : some.get(some.size() - 1);
        sql.update(
                "UPDATE eligibility_import SET reckoned_to = ?, to_reckon = ? WHERE id = ?",
                last,
                some.size() == STEP,
                progress.id());
    }

    /** @param nameless keys of records without a document */
    private void keep(Set<Hash> identities, Set<Hash> nameless) {
        Map<Hash, Set<Hash>> one = acts.documentsOfOne();
        Set<Hash> all = new LinkedHashSet<>(identities);
        identities.forEach(identity -> all.addAll(one.getOrDefault(identity, Set.of())));
        List<Dose> doses = new ArrayList<>(doses(BY_DOCUMENT, "g.identity_hash", all));
        doses.addAll(doses(BY_RECORD, "r.record_key", nameless));
        keep(doses, one);
    }

    private List<Dose> doses(String tables, String column, Collection<Hash> hashes) {
        List<Dose> found = new ArrayList<>();
        StoredGiven.inParts(
                hashes,
                (marks, args) -> found.addAll(sql.list(DOSES.formatted(tables, column, marks), DueSteps::dose, args)));
        return found;
    }

    private static Dose dose(ResultSet row) throws SQLException {
        byte[] identity = row.getBytes("identity_hash");
        return new Dose(
                row.getLong("id"),
                identity == null ? null : new Hash(identity),
                row.getInt("number"),
                row.getBoolean("current"),
                row.getBoolean("kept"),
                group(row, identity != null));
    }

    private static Optional<Group> group(ResultSet row, boolean documented) throws SQLException {
        Vaccine vaccine = VACCINES.get(row.getString("code"));
        if (vaccine == null || row.getInt("number") >= vaccine.requiredDoses()) {
            return Optional.empty();
        }
        LocalDate given = Objects.requireNonNull(row.getObject("event_day", LocalDate.class));
        return Optional.of(new Group(
                row.getLong("source_id"),
                row.getLong("facility_id"),
                row.getString("commune"),
                documented,
                given.plusDays(vaccine.nextDoseDays())));
    }

    /** @param one documents of people who have several */
    private void keep(List<Dose> doses, Map<Hash, Set<Hash>> one) {
        Map<Hash, Dose> last = new HashMap<>();
        for (Dose dose : doses) {
            if (dose.identity() != null && dose.current()) {
                one.getOrDefault(dose.identity(), Set.of(dose.identity()))
                        .forEach(identity -> last.merge(identity, dose, Dose::orLater));
            }
        }
        List<Dose> begins = new ArrayList<>();
        List<Dose> ends = new ArrayList<>();
        Map<Group, Integer> counts = new HashMap<>();
        for (Dose dose : doses) {
            boolean due = dose.isDue(last.get(dose.identity()));
            if (due != dose.kept()) {
                (due ? begins : ends).add(dose);
                counts.merge(dose.group().orElseThrow(), due ? 1 : -1, Integer::sum);
            }
        }
        sql.batch(
                "DELETE FROM eligibility_due WHERE record_id = ?",
                ends,
                (statement, dose) -> statement.setLong(1, dose.id()));
        sql.batch(
                "INSERT INTO eligibility_due (record_id, source_id, facility_id, commune, documented, due_on) VALUES (?, ?, ?,"
                        + " ?, ?, ?)",
                begins,
                (statement, dose) -> {
                    Group group = dose.group().orElseThrow();
                    statement.setLong(1, dose.id());
                    statement.setLong(2, group.sourceId());
                    statement.setLong(3, group.facilityId());
                    statement.setString(4, group.commune());
                    statement.setBoolean(5, group.documented());
                    statement.setDate(6, Date.valueOf(group.dueOn()));
                });
        counts.values().removeIf(change -> change == 0);
        sql.batch(
                "INSERT INTO eligibility_due_sum (source_id, facility_id, commune, documented, due_on, people) VALUES (?, ?, ?,"
                        + " ?, ?, ?) ON DUPLICATE KEY UPDATE people = people + VALUES(people)",
                counts.entrySet(),
                (statement, count) -> {
                    Group group = count.getKey();
                    statement.setLong(1, group.sourceId());
                    statement.setLong(2, group.facilityId());
                    statement.setString(3, group.commune());
                    statement.setBoolean(4, group.documented());
                    statement.setDate(5, Date.valueOf(group.dueOn()));
                    statement.setInt(6, count.getValue());
                });
    }
}
