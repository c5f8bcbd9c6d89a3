package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.intake.CellValue;
import vn.khanhhoa.thecovid.intake.CheckedRow;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ListRow;
import vn.khanhhoa.thecovid.intake.ReferenceLists;
import vn.khanhhoa.thecovid.intake.RowChecker;
import vn.khanhhoa.thecovid.person.Identity;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.AuditedEvent;

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
    private Standings standings;

    @Inject
    private Forms forms;

    @Inject
    private People people;

    @Inject
    private Destinations destinations;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<ListEntered> entered;

    @Inject
    private Event<AuditedEvent> trail;

    /** What all lines of a step share. */
    private record Setting(
            StaffList list,
            Destinations.OfList destinations,
            FormDefinition form,
            RowChecker checker,
            LocalDate today,
            long accountId,
            Instant now) {}

    /** A line with what its submission comes to. */
    private record Line(ReadyRow row, Aim aim) {}

    /** Lines dealt with; 0 when none is left. */
    int submit(long listId, long submissionId, long accountId, int most) {
        StaffList list = lists.locked(listId);
        if (list.isWithdrawn()) {
            return 0;
        }
        List<ReadyRow> ready = withEntries(listId, rows.sending(listId, submissionId, most));
        if (ready.isEmpty()) {
            tell(list, submissionId, accountId);
            return 0;
        }
        LocalDate today = LocalDate.now(clock);
        Standings.Held standing = standings.held(
                ready.stream().map(ReadyRow::entryId).filter(id -> id != 0).toList());
        Map<Long, Long> entryOf = new HashMap<>();
        List<Line> leaving = new ArrayList<>();
        List<Line> asking = new ArrayList<>();
        for (ReadyRow row : ready) {
            Aim aim = Aim.of(row, standing).orElse(null);
            if (aim == null || aim.changesNothing(row)) {
                entryOf.put(row.id(), aim == null ? row.entryId() : aim.amendedId());
            } else {
                (aim.kind() == EntryKind.LEAVE ? leaving : asking).add(new Line(row, aim));
            }
        }
        Setting setting = setting(list, today, accountId);
        List<NewEntry> entering = new ArrayList<>();
        leaving.forEach(line -> entering.add(leave(setting, line)));
        entering.addAll(withoutOthers(setting, checked(setting, asking)));
        if (!entering.isEmpty()) {
            Map<Long, Long> ids = entries.enter(list, entering);
            entryOf.putAll(ids);
            entries.takePlaces(replaced(entering, standing, ids));
            sql.update(
                    "UPDATE stafflist_submission SET entered = entered + ? WHERE id = ?",
                    entering.size(),
                    submissionId);
        }
        rows.submitted(entryOf);
        return ready.size();
    }

    /** The rest of a submission does not arrive; of a list that was withdrawn there is nothing to tell. */
    void stop(long listId, long submissionId, long accountId) {
        StaffList list = lists.locked(listId);
        rows.holdBack(listId, submissionId);
        if (!list.isWithdrawn()) {
            tell(list, submissionId, accountId);
        }
    }

    private void tell(StaffList list, long submissionId, long accountId) {
        int count = (int) sql.number("SELECT entered FROM stafflist_submission WHERE id = ?", submissionId);
        if (count > 0) {
            entered.fire(new ListEntered(list.id(), submissionId, list.organisationId(), count, accountId));
        }
    }

    private List<ReadyRow> withEntries(long listId, List<ReadyRow> lines) {
        Map<ByteBuffer, Long> left = standings.withoutLine(
                listId,
                lines.stream()
                        .filter(line -> line.entryId() == 0)
                        .map(ReadyRow::key)
                        .toList());
        return lines.stream()
                .map(line -> line.entryId() == 0 ? line.of(left.getOrDefault(ByteBuffer.wrap(line.key()), 0L)) : line)
                .toList();
    }

    /**
     * No entry becomes another person's: whose line names somebody else by now, with another document and another name than the
     * entry has or was first sent with, is taken back, and the other person has an entry of their own. Those who only changed lines have theirs with them already
     * ({@link ChangedLines}).
     */
    private List<NewEntry> withoutOthers(Setting setting, List<NewEntry> entering) {
        List<Long> left = entering.stream()
                .filter(entry -> entry.aim().turnsIntoAnother(entry.content()))
                .map(entry -> Objects.requireNonNull(entry.aim().existing()).entryId())
                .toList();
        if (left.isEmpty()) {
            return entering;
        }
        entries.withdrawOpen(Actor.PORTAL, left);
        trail.fire(new StaffListEvent(
                        setting.accountId(),
                        "stafflist.entries-withdrawn",
                        "list",
                        setting.list().publicId())
                .with("entries", left.size()));
        return entering.stream()
                .map(entry -> entry.aim().turnsIntoAnother(entry.content()) ? entry.anew() : entry)
                .toList();
    }

    /** By new entries, those whose lines they have: their senders named somebody else there. */
    private static Map<Long, Standing> replaced(List<NewEntry> entering, Standings.Held standing, Map<Long, Long> ids) {
        Map<Long, Standing> replaced = new HashMap<>();
        for (NewEntry entry : entering) {
            Standing before = standing.byId().get(entry.line().entryId());
            if (before != null
                    && entry.aim().kind() == EntryKind.NEW
                    && entry.aim().existing() == null
                    && before.isReplacedBy(entry.line().key())) {
                replaced.put(Objects.requireNonNull(ids.get(entry.line().id())), before);
            }
        }
        return replaced;
    }

    private Setting setting(StaffList list, LocalDate today, long accountId) {
        FormDefinition form = forms.of(list);
        return new Setting(
                list,
                destinations.of(list, today),
                form,
                new RowChecker(
                        form, forms.references(list.organisationId(), today), today, LineCheck.LONGEST_PERIOD_DAYS),
                today,
                accountId,
                clock.instant());
    }

    /** A leaver's line is not checked: whether its data still hold says nothing about the leave. */
    private static NewEntry leave(Setting setting, Line line) {
        EntryContent content = Objects.requireNonNull(line.aim().amended()).content();
        List<String> cells = setting.form().columns().stream()
                .map(column -> content.cells().getOrDefault(column.key(), ""))
                .toList();
        CheckedRow row = setting.checker().check(new ListRow(line.row().number(), cells, List.of()));
        return entry(
                setting,
                line,
                content.leaving(Objects.requireNonNullElse(line.row().leaveOn(), setting.today())),
                setting.destinations().current(content.place()),
                setting.destinations().residence(row));
    }

    /** Those that hold as of today; the others turn bad. */
    private List<NewEntry> checked(Setting setting, List<Line> lines) {
        List<Line> good = new ArrayList<>();
        List<CheckedRow> goodRows = new ArrayList<>();
        List<ReadyRow> bad = new ArrayList<>();
        List<CheckedRow> badRows = new ArrayList<>();
        for (Line line : lines) {
            CheckedRow checked = setting.checker()
                    .check(line.row().cells().listRow(setting.form(), line.row().number(), List.of()));
            if (checked.isGood() && checked.identity().isPresent()) {
                good.add(line);
                goodRows.add(checked);
            } else {
                bad.add(line.row());
                badRows.add(checked);
            }
        }
        rows.turnedBad(setting.list().id(), bad, badRows);
        List<Long> personIds = people.enter(
                Actor.PORTAL, goodRows.stream().map(SubmissionStep::identity).toList());
        List<NewEntry> entering = new ArrayList<>();
        for (int i = 0; i < good.size(); i++) {
            CheckedRow row = goodRows.get(i);
            EntryPlace place = setting.destinations().place(row);
            Line line = good.get(i);
            entering.add(entry(
                    setting,
                    line,
                    EntryContent.of(
                                    row,
                                    personIds.get(i),
                                    place,
                                    line.row().cells().texts())
                            .amending(inForce(line.aim())),
                    place,
                    setting.destinations().residence(row)));
        }
        return entering;
    }

    private static @Nullable EntryContent inForce(Aim aim) {
        Standing amended = aim.amended();
        return amended == null ? null : amended.content();
    }

    private static NewEntry entry(
            Setting setting, Line line, EntryContent content, EntryPlace place, long residenceAreaId) {
        return new NewEntry(
                line.row(),
                line.aim(),
                content,
                setting.destinations().route(place, residenceAreaId),
                residenceAreaId,
                setting.destinations().organisation().confirmed(),
                setting.accountId(),
                setting.now());
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
                row.text("sex").orElseThrow(),
                row.text("phone").orElse(""),
                row.text("residence")
                        .filter(commune -> !commune.equals(ReferenceLists.OUTSIDE))
                        .orElse(""));
    }
}
