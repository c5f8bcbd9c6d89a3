package vn.khanhhoa.thecovid.stafflist;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    @Inject
    private Sql sql;

    /** The latest first, of all names or of those with the words. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Decided> find(Actor actor, String name, int first, int count) {
        List<Object> args = new ArrayList<>(List.of(actor.agencyId()));
        String named = NameWords.condition("e.name", name, args);
        args.add(count);
        args.add(first);
        return sql.list(
                "SELECT e.public_id, e.name, e.organisation_id, e.kind, e.state, e.reason_code, e.decided_at FROM"
                        + " stafflist_entry e WHERE e.agency_id = ? AND e.decided_at IS NOT NULL AND e.state IN ('APPROVED',"
                        + " 'REFUSED', 'RETURNED') AND " + named
                        + " ORDER BY e.decided_at DESC, e.id DESC LIMIT ? OFFSET ?",
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
}
