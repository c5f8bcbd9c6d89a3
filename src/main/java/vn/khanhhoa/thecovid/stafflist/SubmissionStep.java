package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.person.Identity;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.OrganisationView;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.registry.Route;
import vn.khanhhoa.thecovid.registry.Routing;
import vn.khanhhoa.thecovid.registry.RoutingTable;
import vn.khanhhoa.thecovid.registry.WorkplaceView;
import vn.khanhhoa.thecovid.stafflist.intake.CellValue;
import vn.khanhhoa.thecovid.stafflist.intake.CheckedRow;
import vn.khanhhoa.thecovid.stafflist.intake.FormColumn;
import vn.khanhhoa.thecovid.stafflist.intake.FormDefinition;
import vn.khanhhoa.thecovid.stafflist.intake.ListRow;
import vn.khanhhoa.thecovid.stafflist.intake.RowChecker;

/** One step of {@link SubmissionJob}: checks the lines again as of today, finds their people and agencies, makes entries. */
@ApplicationScoped
@Transactional
class SubmissionStep {
    @Inject
    private Lists lists;

    @Inject
    private DraftRows rows;

    @Inject
    private Entries entries;

    @Inject
    private Forms forms;

    @Inject
    private People people;

    @Inject
    private Organisations organisations;

    @Inject
    private Routing routing;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Clock clock;

    /** Lines dealt with; 0 when none is left. */
    int submit(long listId, long upTo, long accountId, int most) {
        StaffList list = lists.locked(listId);
        if (list.isWithdrawn()) {
            return 0;
        }
        List<DraftRows.ReadyRow> ready = rows.ready(listId, upTo, most);
        if (ready.isEmpty()) {
            return 0;
        }
        FormDefinition form = forms.of(list);
        LocalDate today = LocalDate.now(clock);
        RowChecker checker = new RowChecker(
                form, forms.references(list.organisationId(), today), today, IntakeSteps.LONGEST_PERIOD_DAYS);
        List<DraftRows.ReadyRow> good = new ArrayList<>();
        List<CheckedRow> goodRows = new ArrayList<>();
        List<DraftRows.ReadyRow> bad = new ArrayList<>();
        List<CheckedRow> badRows = new ArrayList<>();
        for (DraftRows.ReadyRow row : ready) {
            CheckedRow checked = checker.check(listRow(form, row));
            boolean usable = checked.isGood() && checked.identity().isPresent();
            (usable ? good : bad).add(row);
            (usable ? goodRows : badRows).add(checked);
        }
        rows.turnedBad(bad, badRows);
        enter(list, accountId, good, goodRows, today);
        rows.submitted(good.stream().map(DraftRows.ReadyRow::id).toList());
        return ready.size();
    }

    private static ListRow listRow(FormDefinition form, DraftRows.ReadyRow row) {
        List<String> cells = form.columns().stream()
                .map(FormColumn::key)
                .map(key -> row.cells().getOrDefault(key, ""))
                .toList();
        return new ListRow(row.number(), cells, List.of());
    }

    private void enter(
            StaffList list, long accountId, List<DraftRows.ReadyRow> good, List<CheckedRow> checked, LocalDate today) {
        OrganisationView organisation = organisations.view(list.organisationId());
        Map<Long, WorkplaceView> places = organisations.workplaces(list.organisationId()).stream()
                .collect(Collectors.toMap(WorkplaceView::id, Function.identity()));
        Map<String, Long> communes =
                catalogue.communes(today).stream().collect(Collectors.toMap(AreaView::code, AreaView::id));
        RoutingTable table = routing.table(today);
        List<Long> personIds = people.enter(
                Actor.PORTAL, checked.stream().map(SubmissionStep::identity).toList());
        Instant now = clock.instant();
        List<NewEntry> fresh = new ArrayList<>();
        for (int i = 0; i < good.size(); i++) {
            CheckedRow row = checked.get(i);
            long residence = communes.getOrDefault(row.text("residence").orElse(""), 0L);
            EntryPlace place = row.text("workplace")
                    .map(id -> EntryPlace.of(Objects.requireNonNull(places.get(Long.valueOf(id)))))
                    .orElseGet(() -> EntryPlace.residence(residence));
            Route route = table.route(place.question(list.templateCode(), organisation, residence, today))
                    .orElseThrow(() -> new IllegalStateException("no agency, not even for triage"));
            fresh.add(new NewEntry(
                    good.get(i), row, personIds.get(i), place, route, organisation.confirmed(), accountId, now));
        }
        entries.enter(list, fresh);
    }

    static Identity identity(CheckedRow row) {
        CellValue.BirthDate birth = row.birthDate("birth_date").orElseThrow();
        String day = birth.from().toString();
        return new Identity(
                row.identity().orElseThrow().kind().name(),
                row.identity().orElseThrow().number(),
                row.text(DraftRows.NAME).orElseThrow(),
                switch (birth.precision()) {
                    case DAY -> day;
                    case MONTH -> day.substring(0, 7);
                    case YEAR -> day.substring(0, 4);
                },
                row.text("sex").orElseThrow());
    }
}
