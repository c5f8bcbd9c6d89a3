package vn.khanhhoa.thecovid.stafflist;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;

/** For which organisations people have entries that are open or approved. */
@UseCase
public class EntryOrganisations {
    @Inject
    private Sql sql;

    /** By person, of people whose ids lie behind one and not behind the other. */
    @Requires(Permission.RUN_JOBS)
    public Map<Long, Set<Long>> between(Actor portal, long after, long upTo) {
        Map<Long, Set<Long>> found = new HashMap<>();
        sql.list(
                "SELECT person_id, organisation_id FROM stafflist_entry WHERE person_id > ? AND person_id <= ? AND state IN"
                        + " ('WAITING', 'PENDING', 'RETURNED', 'APPROVED')",
                row -> found.computeIfAbsent(row.getLong(1), person -> new HashSet<>(1))
                        .add(row.getLong(2)),
                after,
                upTo);
        return found;
    }
}
