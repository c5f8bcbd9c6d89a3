package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * Amends what is approved. A change is made in the line of the entry, one of the period alone in many lines at once; a leave makes
 * that line ready. Each is sent with the list like any other line, and decided by itself; until then the entry and its card stay as they are.
 */
@UseCase
public class Amending {
    private static final int MOST_DAYS = 366;
    static final String NOT_OF_LIST = "stafflist.left-out-unknown";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** An entry of which something was not done. @param code of the reason, which is the key of its sentence */
    public record LeftOut(PublicId entry, String code) {}

    /** @param leftOut those of the entries whose state does not allow it, and those that are none of the list */
    public record Result(int done, List<LeftOut> leftOut) {
        public Result {
            leftOut = List.copyOf(leftOut);
        }

        static Result of(List<PublicId> asked, Collection<PublicId> done, Function<PublicId, String> why) {
            return new Result(
                    done.size(),
                    asked.stream()
                            .distinct()
                            .filter(id -> !done.contains(id))
                            .map(id -> new LeftOut(id, why.apply(id)))
                            .toList());
        }

        public List<PublicId> leftOutIds() {
            return leftOut.stream().map(LeftOut::entry).toList();
        }
    }

    @Inject
    private Lists lists;

    @Inject
    private EntryLines lines;

    @Inject
    private DraftRows rows;

    @Inject
    private DraftChanges changes;

    @Inject
    private RowActs acts;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** The line in which the entry is changed. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public PublicId change(Actor actor, PublicId entryId) {
        Entry entry = lists.entry(entryId).orElseThrow(NotFound::new);
        actor.requireOrganisation(entry.organisationId());
        lists.locked(entry.listId()).requireOpen();
        return lines.amendable(entry.listId(), List.of(entryId)).stream()
                .findFirst()
                .map(EntryLines.Line::id)
                .orElseThrow(() -> new RuleViolation("stafflist.not-amendable"));
    }

    /** @param from the day from which the people do not work here any more */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Result leave(Actor actor, PublicId listId, List<PublicId> entryIds, LocalDate from) {
        StaffList list = lists.ownLocked(actor, listId);
        list.requireOpen();
        if (Math.abs(ChronoUnit.DAYS.between(LocalDate.now(clock), from)) > MOST_DAYS) {
            throw new RuleViolation("stafflist.leave-day", MOST_DAYS);
        }
        List<EntryLines.Line> leaving = lines.amendable(list.id(), entryIds);
        LocalDate end = lines.firstEnd(leaving);
        if (from.isAfter(end) && leaving.size() == 1) {
            throw new RuleViolation("stafflist.leave-after-card", DAY.format(end));
        }
        if (from.isAfter(end)) {
            throw new RuleViolation("stafflist.leave-after-cards", DAY.format(end));
        }
        changes.apply(
                list,
                actor,
                ChangeKind.LEAVE,
                "",
                DraftEdit.leaving(
                        rows.byId(leaving.stream().map(EntryLines.Line::rowId).toList()), from));
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.leave-prepared", "list", listId)
                .with("lines", leaving.size()));
        Map<PublicId, EntryLines.Standing> standing = lines.standing(list.id(), entryIds);
        return Result.of(
                entryIds, leaving.stream().map(EntryLines.Line::entry).toList(), id -> whyNotLeaving(standing.get(id)));
    }

    /**
     * Prepares changes of nothing but the period: from today on, or from when it begins where that is later.
     *
     * @param until the last day that the cards are to have
     */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Result renew(Actor actor, PublicId listId, List<PublicId> entryIds, LocalDate until) {
        StaffList list = lists.ownLocked(actor, listId);
        list.requireOpen();
        LocalDate today = LocalDate.now(clock);
        if (until.isBefore(today)) {
            throw new RuleViolation("stafflist.renew-over");
        }
        if (ChronoUnit.DAYS.between(today, until) >= LineCheck.LONGEST_PERIOD_DAYS) {
            throw new RuleViolation("stafflist.renew-too-late", LineCheck.LONGEST_PERIOD_DAYS);
        }
        List<EntryLines.Line> ofThese = lines.amendable(list.id(), entryIds);
        Map<Long, EntryLines.Days> before = lines.days(ofThese);
        Map<Long, EntryLines.Days> longer = new HashMap<>();
        List<PublicId> done = new ArrayList<>();
        for (EntryLines.Line line : ofThese) {
            EntryLines.Days now = Objects.requireNonNull(before.get(line.entryId()));
            LocalDate from = now.from().isAfter(today) ? now.from() : today;
            boolean leaves = line.isUnsent() && line.intent() == EntryKind.LEAVE;
            if (!leaves
                    && now.to().isBefore(until)
                    && ChronoUnit.DAYS.between(from, until) < LineCheck.LONGEST_PERIOD_DAYS) {
                longer.put(line.rowId(), new EntryLines.Days(from, until));
                done.add(line.entry());
            }
        }
        RowActs.Act act = acts.begin(list, actor, ChangeKind.RENEW, "");
        acts.change(
                act,
                rows.byId(longer.keySet()).stream()
                        .map(row -> renewed(row, Objects.requireNonNull(longer.get(row.id()))))
                        .toList());
        acts.end(act, PublicId.random());
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.renewal-prepared", "list", listId)
                .with("lines", done.size()));
        Map<PublicId, EntryLines.Standing> standing = lines.standing(list.id(), entryIds);
        Set<PublicId> amendable = ofThese.stream().map(EntryLines.Line::entry).collect(Collectors.toSet());
        return Result.of(
                entryIds,
                done,
                id -> amendable.contains(id)
                        ? "stafflist.left-out-longer"
                        : standing.containsKey(id) ? "stafflist.left-out-not-in-force" : NOT_OF_LIST);
    }

    private static DraftRow renewed(DraftRow row, EntryLines.Days longer) {
        return row.edited("valid_from", RowFix.Action.SET, DAY.format(longer.from()))
                .edited("valid_to", RowFix.Action.SET, DAY.format(longer.to()));
    }

    private static String whyNotLeaving(EntryLines.@Nullable Standing entry) {
        if (entry == null) {
            return NOT_OF_LIST;
        }
        if (entry.state().isOpen()) {
            return "stafflist.left-out-undecided";
        }
        if (entry.state() != EntryState.APPROVED) {
            return "stafflist.left-out-over";
        }
        return entry.kind() == EntryKind.LEAVE ? "stafflist.left-out-leave" : "stafflist.left-out-amended";
    }

    /** What was prepared for an entry and not sent yet. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Optional<EntryKind> prepared(Actor actor, PublicId entryId) {
        Entry entry = lists.entry(entryId).orElseThrow(NotFound::new);
        actor.requireOrganisation(entry.organisationId());
        return lines.amendable(entry.listId(), List.of(entryId)).stream()
                .filter(EntryLines.Line::isUnsent)
                .map(EntryLines.Line::intent)
                .findFirst();
    }

    /** The day of the leave that was prepared for an entry and not sent yet; empty where no day was named. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Optional<LocalDate> preparedDay(Actor actor, PublicId entryId) {
        Entry entry = lists.entry(entryId).orElseThrow(NotFound::new);
        actor.requireOrganisation(entry.organisationId());
        return rows
                .byId(lines.amendable(entry.listId(), List.of(entryId)).stream()
                        .filter(EntryLines.Line::isUnsent)
                        .map(EntryLines.Line::rowId)
                        .toList())
                .stream()
                .flatMap(row -> Optional.ofNullable(row.leaveOn()).stream())
                .findFirst();
    }

    /** Takes back changes and leaves that were not sent yet: their lines say again what was approved. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Result keep(Actor actor, PublicId listId, List<PublicId> entryIds) {
        StaffList list = lists.ownLocked(actor, listId);
        list.requireOpen();
        List<EntryLines.Line> prepared = lines.amendable(list.id(), entryIds).stream()
                .filter(EntryLines.Line::isUnsent)
                .toList();
        Map<Long, EntryLines.Amended> unsent =
                lines.inForce(prepared.stream().map(EntryLines.Line::rowId).toList());
        DraftChanges.Change change = changes.begin(list.id(), ChangeKind.KEEP, "", actor);
        changes.putBack(change, unsent.values());
        changes.end(change);
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.amendment-dropped", "list", listId)
                .with("lines", unsent.size()));
        Map<PublicId, EntryLines.Standing> standing = lines.standing(list.id(), entryIds);
        return Result.of(
                entryIds,
                prepared.stream()
                        .filter(line -> unsent.containsKey(line.rowId()))
                        .map(EntryLines.Line::entry)
                        .toList(),
                id -> standing.containsKey(id) ? "stafflist.left-out-nothing" : NOT_OF_LIST);
    }
}
