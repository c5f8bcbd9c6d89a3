package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.Deadline;
import vn.khanhhoa.thecovid.registry.Deadlines;

/** One step of {@link BeginningJob}; lists are held before entries, and both by their ids, as everywhere. */
@ApplicationScoped
@Transactional
class BeginningStep {
    /** The agency's time counts from when it can begin. */
    private record Part(long agencyId, long ruleId) {}

    private record Waiting(long entryId, long listId) {}

    @Inject
    private Deadlines deadlines;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Says whether more may wait. */
    boolean begin(long organisationId, int most) {
        List<Waiting> waiting = sql.list(
                "SELECT id, list_id FROM stafflist_entry WHERE organisation_id = ? AND " + EntryAction.BEGIN.allowed()
                        + " ORDER BY id LIMIT ?",
                row -> new Waiting(row.getLong(1), row.getLong(2)),
                organisationId,
                most);
        InParts.of(
                waiting.stream().map(Waiting::listId).distinct().sorted().toList(),
                (some, args) -> sql.list(
                        "SELECT id FROM stafflist_list WHERE id IN " + some + " ORDER BY id FOR UPDATE",
                        row -> row.getLong(1),
                        args));
        Map<Part, List<Long>> parts = new LinkedHashMap<>();
        InParts.of(
                waiting.stream().map(Waiting::entryId).toList(),
                (some, args) -> sql.list(
                                "SELECT id, agency_id, rule_id FROM stafflist_entry WHERE "
                                        + EntryAction.BEGIN.allowed() + " AND id IN " + some
                                        + " ORDER BY id FOR UPDATE",
                                row -> Map.entry(new Part(row.getLong(2), row.getLong(3)), row.getLong(1)),
                                args)
                        .forEach(each -> parts.computeIfAbsent(each.getKey(), unused -> new ArrayList<>())
                                .add(each.getValue())));
        Instant now = clock.instant();
        parts.forEach((part, ids) -> begin(part, ids, now));
        return waiting.size() == most;
    }

    private void begin(Part part, List<Long> ids, Instant now) {
        Deadline deadline = deadlines.of(part.ruleId(), part.agencyId(), now);
        InParts.of(
                ids,
                Arrays.asList(now, deadline.dueAt(), deadline.dueAt(), deadline.warnAt()),
                (some, args) -> sql.update(
                        "UPDATE stafflist_entry SET " + EntryAction.BEGIN.assignment()
                                + ", arrived_at = ?, due_at = ?, promised_at = ?, alarm_at = ? WHERE id IN " + some,
                        args));
        EntryLevels.mark(sql, ids); // what is green may be let through only now
    }
}
