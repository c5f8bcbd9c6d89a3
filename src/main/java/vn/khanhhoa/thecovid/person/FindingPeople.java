package vn.khanhhoa.thecovid.person;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Finds somebody by what they show: the number of a document in full, or name and date of birth together, compared as records of
 * health data are. Neither a part of a number nor a name alone leads to anybody; of numbers the end is told.
 */
@UseCase
public class FindingPeople {
    private static final int MOST = 20;
    private static final String COLUMNS =
            "SELECT p.id, p.public_id, p.name, p.birth, p.sex, p.document_kind, p.last_four, (SELECT s.commune FROM"
                    + " person_said s WHERE s.person_id = p.id AND s.commune <> '' ORDER BY s.said_at DESC, s.id DESC LIMIT 1)"
                    + " AS commune FROM person_person p";

    @Inject
    private Sql sql;

    @Inject
    private PersonKeys keys;

    /**
     * Who was found.
     *
     * @param birth as far as it is known, year first
     * @param commune code of where they said last that they live; empty for unknown
     */
    public record Found(
            long id,
            PublicId publicId,
            String name,
            String birth,
            String sex,
            String documentKind,
            String lastFour,
            String commune) {
        /** Never tells of whom. */
        @Override
        public String toString() {
            return "a person";
        }
    }

    @Requires(Permission.KEEP_EXCEPTIONS)
    public Optional<Found> byDocument(Actor actor, String number) {
        return withDocument(number);
    }

    /** Whose document has that number, for who was shown the document and compares what else it says. */
    @Requires(Permission.RUN_JOBS)
    public Optional<Found> ofDocument(Actor portal, String number) {
        return withDocument(number);
    }

    private Optional<Found> withDocument(String number) {
        return sql.first(COLUMNS + " WHERE p.document_hash = ?", FindingPeople::found, (Object) key(number));
    }

    private byte[] key(String number) {
        return keys.document(number.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT));
    }

    /** At most {@value #MOST}; names that differ by the place of a tone mark are one. */
    @Requires(Permission.KEEP_EXCEPTIONS)
    public List<Found> byName(Actor actor, String name, LocalDate birth) {
        return keys.nameAndBirth(name, birth.toString())
                .map(key -> sql.list(
                        COLUMNS
                                + " WHERE p.id IN (SELECT person_id FROM person_said WHERE name_and_birth = ?) ORDER BY p.id"
                                + " LIMIT " + MOST,
                        FindingPeople::found,
                        (Object) key))
                .orElse(List.of());
    }

    @Requires(Permission.KEEP_EXCEPTIONS)
    public Found person(Actor actor, PublicId id) {
        return sql.first(COLUMNS + " WHERE p.public_id = ?", FindingPeople::found, id)
                .orElseThrow(NotFound::new);
    }

    /** By their numbers, some at a time. */
    @Requires(Permission.KEEP_EXCEPTIONS)
    public Map<Long, Found> people(Actor actor, Collection<Long> ids) {
        Map<Long, Found> found = new HashMap<>();
        if (!ids.isEmpty()) {
            sql.list(COLUMNS + " WHERE p.id IN (" + Sql.marks(ids.size()) + ")", FindingPeople::found, ids.toArray())
                    .forEach(each -> found.put(each.id(), each));
        }
        return found;
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getLong("id"),
                Sql.publicId(row, "public_id"),
                row.getString("name"),
                row.getString("birth"),
                row.getString("sex"),
                row.getString("document_kind"),
                row.getString("last_four"),
                Objects.requireNonNullElse(row.getString("commune"), ""));
    }
}
