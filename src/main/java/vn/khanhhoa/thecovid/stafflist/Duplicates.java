package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.intake.WrittenDate;
import vn.khanhhoa.thecovid.person.NameWords;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.RateLimits;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.OrganisationView;
import vn.khanhhoa.thecovid.registry.Organisations;

/**
 * The same people in other lists, found by the keyed hashes of their documents. Of the organisation's own lists the name is
 * told, also of one that was withdrawn where its card is still in force; of another organisation's nothing but that there is
 * an approved entry that is not over. Even so much would let anybody who registers sift numbers for people with cards, so it
 * is told only to who knows the person's name and year of birth besides, to confirmed organisations only, and each day of no
 * more lines than an organisation of its size has reason to check. The agency sees such entries in any case.
 */
@ApplicationScoped
class Duplicates {
    /** A document with whose it is: the name without marks, and the year of birth. */
    record Known(ByteBuffer key, String name, int birthYear) {}

    record Found(Map<ByteBuffer, String> ownLists, Set<Known> others) {
        /** Empty for none. */
        String ownList(byte[] key) {
            return ownLists.getOrDefault(ByteBuffer.wrap(key), "");
        }

        boolean elsewhere(DraftRow row) {
            OptionalInt year = WrittenDate.year(row.cells().text(LineCheck.BIRTH));
            return year.isPresent()
                    && others.contains(
                            new Known(ByteBuffer.wrap(row.key()), NameWords.plain(row.name()), year.getAsInt()));
        }
    }

    private static final int FEWEST_LINES_A_DAY = 1_000;
    private static final int TIMES_THE_HEADCOUNT = 2;
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    private Sql sql;

    @Inject
    private Organisations organisations;

    @Inject
    private RateLimits limits;

    /** Told to nobody who is not confirmed, and to nobody about more lines a day than this. */
    int toldADay(long organisationId) {
        OrganisationView organisation = organisations.view(organisationId);
        return organisation.confirmed()
                ? Math.max(FEWEST_LINES_A_DAY, TIMES_THE_HEADCOUNT * organisation.headcount())
                : 0;
    }

    Found of(LineCheck check, List<DraftRow> rows) {
        Map<ByteBuffer, String> own = new HashMap<>();
        Set<Known> others = new HashSet<>();
        InParts.of(rows.stream().map(DraftRow::key).toList(), (some, keys) -> {
            approved(check, some, keys, own, others);
            inOwnLists(check, some, keys, own);
        });
        return new Found(own, isTold(check, rows.size()) ? others : Set.of());
    }

    private void approved(
            LineCheck check, String some, @Nullable Object[] keys, Map<ByteBuffer, String> own, Set<Known> others) {
        sql.list(
                "SELECT e.row_key, e.organisation_id, l.name, e.name, e.birth_year FROM stafflist_entry e JOIN stafflist_list l ON"
                        + " l.id = e.list_id"
                        + " WHERE e.row_key IN " + some
                        + " AND e.state = 'APPROVED' AND e.kind <> 'LEAVE' AND e.list_id <> ? AND e.valid_to >= ?"
                        + " ORDER BY e.id",
                row -> {
                    ByteBuffer key = ByteBuffer.wrap(row.getBytes(1));
                    return row.getLong(2) == check.organisationId()
                            ? own.put(key, row.getString(3)) == null
                            : others.add(new Known(key, NameWords.plain(row.getString(4)), row.getInt(5)));
                },
                and(keys, check.listId(), check.today()));
    }

    private void inOwnLists(LineCheck check, String some, @Nullable Object[] keys, Map<ByteBuffer, String> own) {
        sql.list(
                "SELECT r.row_key, l.name FROM stafflist_row r JOIN stafflist_list l ON l.id = r.list_id WHERE r.row_key IN "
                        + some + " AND l.organisation_id = ? AND l.id <> ? AND l.state = 'OPEN' ORDER BY l.id DESC",
                row -> own.put(ByteBuffer.wrap(row.getBytes(1)), row.getString(2)),
                and(keys, check.organisationId(), check.listId()));
    }

    private static @Nullable Object[] and(@Nullable Object[] keys, Object one, Object other) {
        @Nullable Object[] all = Arrays.copyOf(keys, keys.length + 2);
        all[keys.length] = one;
        all[keys.length + 1] = other;
        return all;
    }

    private boolean isTold(LineCheck check, int lines) {
        return lines > 0
                && check.toldADay() > 0
                && limits.allow(
                        "duplicates-elsewhere", String.valueOf(check.organisationId()), lines, check.toldADay(), DAY);
    }
}
