package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** An organisation's lists: begun, looked at, withdrawn. */
@UseCase
public class ListKeeping {
    private static final int STEP = 1_000;

    @Inject
    private Lists lists;

    @Inject
    private ListQueries queries;

    @Inject
    private DraftRows rows;

    @Inject
    private DraftChanges changes;

    @Inject
    private EntryLines lines;

    @Inject
    private Entries entries;

    @Inject
    private Headcounts headcounts;

    @Inject
    private Forms forms;

    @Inject
    private Organisations organisations;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    @Requires(Permission.KEEP_OWN_LISTS)
    public PublicId begin(Actor actor, String templateCode, String name) {
        FormVersion form = forms.inForce(templateCode, LocalDate.now(clock)).orElseThrow(NotFound::new);
        if (!form.template()
                .about()
                .isFor(organisations.view(actor.organisationId()).typeCode())) {
            throw new RuleViolation("forms.not-for", form.code());
        }
        StaffList list = new StaffList(
                actor.organisationId(), form.code(), form.version(), name, actor.accountId(), clock.instant());
        lists.add(list);
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.begun", "list", list.publicId()));
        return list.publicId();
    }

    @Requires(Permission.KEEP_OWN_LISTS)
    public List<StaffListView> mine(Actor actor, int first, int count) {
        return queries.ofOrganisation(actor.organisationId(), first, count);
    }

    @Requires(Permission.KEEP_OWN_LISTS)
    public long countMine(Actor actor) {
        return queries.countOfOrganisation(actor.organisationId());
    }

    @Requires(Permission.KEEP_OWN_LISTS)
    public StaffListView view(Actor actor, PublicId id) {
        return queries.view(lists.own(actor, id).id());
    }

    /** The same, held until the caller's transaction ends: what is found to be unchanged then stays so. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public StaffListView held(Actor actor, PublicId id) {
        return queries.view(lists.ownLocked(actor, id).id());
    }

    /** Lines of the list, submitted ones included; leavers apart. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public int people(Actor actor, PublicId id) {
        return queries.people(lists.own(actor, id).id());
    }

    /** What there is to be said of a list as a whole: that it is more people than were declared. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<ListWarning> warnings(Actor actor, PublicId id) {
        return warnings(actor).getOrDefault(lists.own(actor, id).id(), List.of());
    }

    /** The same of all lists of the organisation, by their numbers; those without warnings are absent. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Map<Long, List<ListWarning>> warnings(Actor actor) {
        return headcounts.of(actor.organisationId());
    }

    /** Moves on with every act on the lines and its undoing, and with what a decision means for them. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public long revision(Actor actor, PublicId id) {
        return changes.revision(lists.own(actor, id).id());
    }

    /** Lines of the draft that have errors or only warnings, in the order of the file. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<DraftRowView> draftRows(Actor actor, PublicId id, RowState state, int first, int count) {
        StaffList list = lists.own(actor, id);
        FormDefinition form = forms.of(list);
        return rows.page(list.id(), RowFilter.of(state), first, count).stream()
                .map(row -> DraftRowView.of(row, form))
                .toList();
    }

    /** Throws away what is wrong in the draft and cannot or need not be mended; what is approved stays as it is. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public int discardBadRows(Actor actor, PublicId id) {
        StaffList list = lists.ownLocked(actor, id);
        list.requireOpen();
        List<Long> bad = rows.ids(list.id(), RowState.BAD);
        changes.hold(bad);
        DraftChanges.Change change = changes.begin(list.id(), ChangeKind.DISCARD, "", actor);
        for (int from = 0; from < bad.size(); from += STEP) {
            List<Long> some = bad.subList(from, Math.min(bad.size(), from + STEP));
            Map<Long, EntryLines.Amended> inForce = lines.inForce(some);
            entries.withdrawOpen(
                    actor,
                    inForce.values().stream().map(EntryLines.Amended::entryId).toList());
            changes.putBack(change, inForce.values());
            changes.part(
                    change,
                    DraftEdit.removing(rows.byId(some.stream()
                            .filter(line -> !inForce.containsKey(line))
                            .toList())));
        }
        changes.end(change);
        int discarded = bad.size();
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.bad-rows-discarded", "list", id)
                .with("rows", discarded));
        return discarded;
    }

    /** Takes back every entry that is not decided, and closes the list. Approved entries and their cards stay. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public int withdraw(Actor actor, PublicId id) {
        StaffList list = lists.ownLocked(actor, id);
        list.withdraw();
        rows.holdBack(list.id());
        int taken = entries.withdrawOpen(actor, entries.openOf(list.id())).size();
        changes.note(list.id(), ChangeKind.WITHDRAW_LIST, actor, taken);
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.withdrawn", "list", id).with("entries", taken));
        return taken;
    }
}
