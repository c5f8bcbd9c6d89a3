package vn.khanhhoa.thecovid.stafflist;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.person.NameWords;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.PublicId;

/** What an agency has decided, to be looked at again. */
@UseCase
public class DecidedEntries {
    /** An entry whose decision has taken effect. */
    public record Decided(
            PublicId id,
            String name,
            long organisationId,
            EntryKind kind,
            EntryState state,
            String reasonCode,
            Instant decidedAt) {}

    /**
     * Of what was decided.
     *
     * @param name words of it; empty for all names
     * @param outcome none for all
     * @param from the first day; none for no beginning
     * @param to the last day; none for no end
     */
    public record Filter(
            String name,
            @Nullable Outcome outcome,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        public static final Filter ALL = new Filter("", null, null, null);

        public Filter ofName(String words) {
            return new Filter(words, outcome, from, to);
        }
    }

    /** More than these are not counted: where all that is asked for is common, any of it leads to a full page soon. */
    private static final int FEW = 1_000;

    private static final int FEW_OF_AN_OUTCOME = 10_000;

    /** Words of decided names and entries have the same moment of decision, and are walked in its order. */
    private static final String WORDS = "stafflist_decided_name %s WHERE %<s.agency_id = ? AND %<s.token = ?";

    @Inject
    private Sql sql;

    /** The latest first. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Decided> find(Actor actor, Filter filter, int first, int count) {
        Query query = query(actor, filter);
        query.args().add(count);
        query.args().add(first);
        return sql.list(
                "SELECT e.public_id, e.name, e.organisation_id, e.kind, e.state, e.reason_code, e.decided_at FROM "
                        + query.from(),
                row -> new Decided(
                        Sql.publicId(row, "public_id"),
                        row.getString("name"),
                        row.getLong("organisation_id"),
                        EntryKind.valueOf(row.getString("kind")),
                        EntryState.valueOf(row.getString("state")),
                        Objects.requireNonNullElse(row.getString("reason_code"), ""),
                        Objects.requireNonNull(Sql.instant(row, "decided_at"))),
                query.args().toArray());
    }

    private record Query(String from, List<Object> args) {}

    /**
     * What fewest have is walked from the latest on, by an index that has it in this order, and the rest is asked of each
     * entry: a page ends where it is full, however long the past is. The optimizer by itself would sort all that match.
     */
    private Query query(Actor actor, Filter filter) {
        List<String> words = words(actor, filter);
        boolean byWord = !words.isEmpty()
                && (filter.outcome() == null || number(actor, filter, words.get(0)) <= number(actor, filter, ""));
        String walked = byWord ? "w0" : "e";
        StringBuilder from = new StringBuilder();
        List<Object> args = new ArrayList<>();
        if (byWord) {
            from.append("stafflist_decided_name w0");
        } else {
            from.append("stafflist_entry e FORCE INDEX (")
                    .append(filter.outcome() == null ? "stafflist_entry_decided" : "stafflist_entry_outcome")
                    .append(")");
        }
        StringBuilder where = new StringBuilder(" WHERE TRUE");
        for (int i = 0; i < words.size(); i++) {
            String word = "w" + i;
            if (i > 0 || !byWord) {
                from.append(
                        " STRAIGHT_JOIN stafflist_decided_name %s ON %<s.decided_at = %s.decided_at AND %1$s.entry_id = %2$s.%3$s"
                                .formatted(word, walked, byWord ? "entry_id" : "id"));
            }
            where.append(" AND %s.agency_id = ? AND %<s.token = ?".formatted(word));
            args.add(actor.agencyId());
            args.add(words.get(i));
        }
        if (byWord) {
            from.append(" STRAIGHT_JOIN stafflist_entry e ON e.id = w0.entry_id");
        }
        where.append(" AND e.agency_id = ? AND ");
        args.add(actor.agencyId());
        where.append(ofOutcome(filter, args)).append(ofDays(filter, walked, args));
        String order = " ORDER BY %s.decided_at DESC, %<s.%s DESC LIMIT ? OFFSET ?"
                .formatted(walked, byWord ? "entry_id" : "id");
        return new Query(from.append(where).append(order).toString(), args);
    }

    private static String ofOutcome(Filter filter, List<Object> args) {
        Outcome outcome = filter.outcome();
        if (outcome == null) {
            return "e.state IN ('APPROVED', 'REFUSED', 'RETURNED')";
        }
        args.add(outcome.state().name());
        return "e.state = ?";
    }

    private static String ofDays(Filter filter, String walked, List<Object> args) {
        StringBuilder days = new StringBuilder(" AND ").append(walked).append(".decided_at IS NOT NULL");
        LocalDate from = filter.from();
        if (from != null) {
            days.append(" AND ").append(walked).append(".decided_at >= ?");
            args.add(from.atStartOfDay(PortalClock.ZONE).toInstant());
        }
        LocalDate to = filter.to();
        if (to != null) {
            days.append(" AND ").append(walked).append(".decided_at < ?");
            args.add(to.plusDays(1).atStartOfDay(PortalClock.ZONE).toInstant());
        }
        return days.toString();
    }

    /** Different words, the rarest first. */
    private List<String> words(Actor actor, Filter filter) {
        Map<String, Long> found = new LinkedHashMap<>();
        for (String word : NameWords.of(filter.name())) {
            found.put(word, number(actor, filter, word));
        }
        return found.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** So many of the days have the word, or where it is empty the outcome, so far as it is worth counting. */
    private long number(Actor actor, Filter filter, String word) {
        List<Object> args = new ArrayList<>(List.of(actor.agencyId()));
        String from;
        if (word.isEmpty()) {
            from = "stafflist_entry e FORCE INDEX (stafflist_entry_outcome) WHERE e.agency_id = ? AND "
                    + ofOutcome(filter, args) + ofDays(filter, "e", args);
        } else {
            args.add(word);
            from = WORDS.formatted("w") + ofDays(filter, "w", args);
        }
        return sql.number(
                "SELECT COUNT(*) FROM (SELECT 1 FROM " + from + " LIMIT "
                        + (filter.outcome() == null ? FEW : FEW_OF_AN_OUTCOME) + ") t",
                args.toArray());
    }
}
