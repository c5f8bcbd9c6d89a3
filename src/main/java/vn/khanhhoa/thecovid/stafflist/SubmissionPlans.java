package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.intake.CheckedRow;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.RowChecker;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;

/** Looks ahead at what sending a draft would come to. Lines for the same place are for the same agency, and asked for once. */
@ApplicationScoped
class SubmissionPlans {
    private static final int STEP = 1_000;

    private record Place(
            String workplace, String residence, @Nullable EntryPlace entered) {}

    @Inject
    private DraftRows rows;

    @Inject
    private RowMarks marks;

    @Inject
    private Forms forms;

    @Inject
    private Destinations destinations;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    SubmissionPlan of(StaffList list) {
        LocalDate today = LocalDate.now(clock);
        Destinations.OfList there = destinations.of(list, today);
        return new SubmissionPlan(
                linesOf(list, there, today).entrySet().stream()
                        .map(agency -> new SubmissionPlan.Share(
                                catalogue
                                        .agency(agency.getKey())
                                        .map(AgencyView::name)
                                        .orElse(""),
                                agency.getValue()))
                        .sorted((one, other) -> Integer.compare(other.lines(), one.lines()))
                        .toList(),
                marked(list, RowMark.WARNING),
                marked(list, RowMark.REPAIR),
                there.organisation().confirmed(),
                marks.warningsOfReady(list.id()),
                sql.list(
                        "SELECT leave_on, COUNT(*) FROM stafflist_row WHERE list_id = ? AND state = 'GOOD' AND intent ="
                                + " 'LEAVE' GROUP BY leave_on ORDER BY leave_on",
                        row -> new SubmissionPlan.Leaves(row.getObject(1, LocalDate.class), row.getInt(2)),
                        list.id()));
    }

    private int marked(StaffList list, String kind) {
        return (int) rows.count(list.id(), new RowFilter(Optional.of(RowState.GOOD), kind, "", "", ""));
    }

    private Map<Long, Integer> linesOf(StaffList list, Destinations.OfList there, LocalDate today) {
        FormDefinition form = forms.of(list);
        RowChecker checker = new RowChecker(
                form, forms.references(list.organisationId(), today), today, LineCheck.LONGEST_PERIOD_DAYS);
        Map<Long, EntryPlace> leaving = leaving(list);
        Map<Place, Long> agencies = new HashMap<>();
        Map<Long, Integer> lines = new HashMap<>();
        List<DraftRow> some;
        int seen = 0;
        do {
            some = rows.page(list.id(), RowFilter.of(RowState.GOOD), seen, STEP);
            seen += some.size();
            for (DraftRow row : some) {
                Map<String, String> texts = row.cells().texts();
                Place place = new Place(
                        texts.getOrDefault(DraftRows.WORKPLACE, ""),
                        texts.getOrDefault("residence", ""),
                        leaving.get(row.id()));
                lines.merge(
                        agencies.computeIfAbsent(place, unknown -> agency(there, checker, form, row, place)),
                        1,
                        Integer::sum);
            }
        } while (some.size() == STEP);
        return lines;
    }

    private static long agency(
            Destinations.OfList there, RowChecker checker, FormDefinition form, DraftRow row, Place place) {
        CheckedRow checked = checker.check(row.cells().listRow(form, row.number(), List.of()));
        EntryPlace entered = place.entered();
        return there.route(entered == null ? there.place(checked) : there.current(entered), there.residence(checked))
                .agencyId();
    }

    /** Where leavers were entered for, by line: a leave goes by that, whatever the line says now. */
    private Map<Long, EntryPlace> leaving(StaffList list) {
        Map<Long, EntryPlace> places = new HashMap<>();
        sql.list(
                "SELECT r.id, e.workplace_id, e.workplace, e.area_id FROM stafflist_row r JOIN stafflist_entry e ON e.id ="
                        + " r.entry_id WHERE r.list_id = ? AND r.state = 'GOOD' AND r.intent = 'LEAVE'",
                row -> places.put(row.getLong(1), new EntryPlace(row.getLong(2), row.getString(3), row.getLong(4), "")),
                list.id());
        return places;
    }
}
