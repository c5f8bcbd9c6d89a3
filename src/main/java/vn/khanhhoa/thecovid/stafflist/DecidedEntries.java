package vn.khanhhoa.thecovid.stafflist;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.person.NameWords;
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

    private static final int FEW = 1_000;

    @Inject
    private Sql sql;

    /** The latest first, of all names or of those with the words. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Decided> find(Actor actor, String name, int first, int count) {
        List<String> words = words(actor, name);
        List<Object> args = new ArrayList<>();
        String from = from(actor, words, args);
        args.add(count);
        args.add(first);
        String order = words.isEmpty() ? "e.decided_at DESC, e.id DESC" : "w0.decided_at DESC, w0.entry_id DESC";
        return sql.list(
                "SELECT e.public_id, e.name, e.organisation_id, e.kind, e.state, e.reason_code, e.decided_at FROM "
                        + from
                        + " e.agency_id = ? AND e.decided_at IS NOT NULL AND e.state IN ('APPROVED', 'REFUSED', 'RETURNED')"
                        + " ORDER BY " + order + " LIMIT ? OFFSET ?",
                row -> new Decided(
                        Sql.publicId(row, "public_id"),
                        row.getString("name"),
                        row.getLong("organisation_id"),
                        EntryKind.valueOf(row.getString("kind")),
                        EntryState.valueOf(row.getString("state")),
                        Objects.requireNonNullElse(row.getString("reason_code"), ""),
                        Objects.requireNonNull(Sql.instant(row, "decided_at"))),
                args.toArray());
    }

    /** Different words, the rarest first: it is walked, and the others are asked for each of its entries. */
    private List<String> words(Actor actor, String name) {
        Map<String, Long> found = new LinkedHashMap<>();
        for (String word : NameWords.of(name)) {
            found.put(
                    word,
                    sql.number(
                            "SELECT COUNT(*) FROM (SELECT 1 FROM stafflist_decided_name WHERE agency_id = ? AND token = ?"
                                    + " LIMIT " + FEW + ") t",
                            actor.agencyId(),
                            word));
        }
        return found.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String from(Actor actor, List<String> words, List<Object> args) {
        if (words.isEmpty()) {
            args.add(actor.agencyId());
            return "stafflist_entry e WHERE";
        }
        StringBuilder from = new StringBuilder("stafflist_decided_name w0");
        StringBuilder where = new StringBuilder(" WHERE w0.agency_id = ? AND w0.token = ? AND");
        args.addAll(List.of(actor.agencyId(), words.get(0)));
        for (int i = 1; i < words.size(); i++) {
            from.append(
                    " STRAIGHT_JOIN stafflist_decided_name w%d ON w%<d.decided_at = w0.decided_at AND w%<d.entry_id = w0.entry_id"
                            .formatted(i));
            where.append(" w%d.agency_id = ? AND w%<d.token = ? AND".formatted(i));
            args.addAll(List.of(actor.agencyId(), words.get(i)));
        }
        args.add(actor.agencyId());
        return from.append(" STRAIGHT_JOIN stafflist_entry e ON e.id = w0.entry_id")
                .append(where)
                .toString();
    }
}
