package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.registry.WorkplaceView;

/**
 * Whether an organisation asks for more people than it has declared to have, as a whole or at a workplace. Its people are
 * those whose entries are open or in force, in whatever list, and those of good lines; each counts once. Guests of an event
 * are nobody's staff: a list that says how many it expects has that number to keep to.
 */
@ApplicationScoped
class Headcounts {
    private static final String STAFF =
            " NOT EXISTS (SELECT 1 FROM stafflist_form_template t JOIN stafflist_form_column c ON"
                    + " c.template_id = t.id WHERE t.code = l.template_code AND t.version = l.template_version AND c.scope = 'LIST'"
                    + " AND c.column_key = '" + ListAnswers.EXPECTED + "')";
    private static final String ENTERED =
            "SELECT e.workplace_id, e.row_key, IF(l.state = 'OPEN', l.id, 0) AS list_id FROM stafflist_entry e JOIN"
                    + " stafflist_list l ON l.id = e.list_id WHERE e.organisation_id = ? AND e.state IN ('WAITING',"
                    + " 'PENDING', 'RETURNED', 'APPROVED') AND e.kind <> 'LEAVE' AND e.valid_to >= ? AND e.workplace_id > 0"
                    + " AND" + STAFF;
    private static final String GOOD = " UNION ALL SELECT r.workplace_id, r.row_key, l.id FROM stafflist_row r JOIN"
            + " stafflist_list l ON l.id = r.list_id WHERE l.organisation_id = ? AND l.state = 'OPEN' AND r.state IN ('GOOD',"
            + " 'SENDING') AND r.intent <> 'LEAVE' AND r.workplace_id > 0 AND" + STAFF;
    private static final String STAGED =
            " AND NOT EXISTS (SELECT 1 FROM stafflist_staged c WHERE c.upload_id = ? AND c.row_id = r.id AND c.effect ="
                    + " 'CHANGED') UNION ALL SELECT s.workplace_id, s.row_key, l.id FROM stafflist_staged s JOIN"
                    + " stafflist_list l ON l.id = ? WHERE s.upload_id = ? AND s.effect IN ('ADDED', 'CHANGED') AND s.state ="
                    + " 'GOOD' AND s.workplace_id > 0 AND" + STAFF;

    /** @param workplaceId 0 for the whole */
    private record Count(long workplaceId, int people, Set<Long> lists) {}

    @Inject
    private Organisations organisations;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** By the open lists that have people there. */
    Map<Long, List<ListWarning>> of(long organisationId) {
        return over(organisationId, ENTERED + GOOD, organisationId, LocalDate.now(clock), organisationId);
    }

    /** Of a list, as it would be with a file that waits. */
    List<ListWarning> with(StaffList list, Upload staged) {
        return over(
                        list.organisationId(),
                        ENTERED + GOOD + STAGED,
                        list.organisationId(),
                        LocalDate.now(clock),
                        list.organisationId(),
                        staged.id(),
                        list.id(),
                        staged.id())
                .getOrDefault(list.id(), List.of());
    }

    private Map<Long, List<ListWarning>> over(long organisationId, String people, @Nullable Object... args) {
        List<Count> counts = sql.list(
                "SELECT p.workplace_id, COUNT(DISTINCT p.row_key), GROUP_CONCAT(DISTINCT p.list_id) FROM (" + people
                        + ") p GROUP BY p.workplace_id WITH ROLLUP",
                row -> new Count(
                        row.getLong(1),
                        row.getInt(2),
                        Arrays.stream(row.getString(3).split(",", -1))
                                .map(Long::valueOf)
                                .collect(Collectors.toSet())),
                args);
        Map<Long, WorkplaceView> places = organisations.workplaces(organisationId).stream()
                .filter(place -> !place.closed())
                .collect(Collectors.toMap(WorkplaceView::id, place -> place));
        int whole = organisations.view(organisationId).headcount();
        Map<Long, List<ListWarning>> warnings = new HashMap<>();
        for (Count count : counts) {
            WorkplaceView place = places.get(count.workplaceId());
            int declared = count.workplaceId() == 0 ? whole : place == null ? 0 : place.headcount();
            if (declared > 0 && count.people() > declared) {
                ListWarning warning = new ListWarning(place == null ? "" : place.name(), count.people(), declared);
                count.lists()
                        .forEach(list -> warnings.computeIfAbsent(list, unused -> new ArrayList<>())
                                .add(warning));
            }
        }
        return warnings;
    }
}
