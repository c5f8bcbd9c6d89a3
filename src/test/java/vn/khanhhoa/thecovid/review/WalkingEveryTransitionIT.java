package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khanhhoa.thecovid.review.TestRefusals.tried;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.Amending;
import vn.khanhhoa.thecovid.stafflist.EntryAction;
import vn.khanhhoa.thecovid.stafflist.EntryPosition;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.IndividualEntries;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.Stage;
import vn.khanhhoa.thecovid.stafflist.TestIndividuals;
import vn.khanhhoa.thecovid.stafflist.TestLines;
import vn.khanhhoa.thecovid.stafflist.TestLists;
import vn.khanhhoa.thecovid.stafflist.Withdrawing;

/**
 * Every action of {@link EntryAction}, wherever an entry can stand, by everybody who has a role: it happens where the table
 * says so, with all that follows, and nowhere else, where nothing moves at all.
 */
@InPortal
class WalkingEveryTransitionIT {
    private static final int POOL = 40;
    private static final String WHY = "Xin xem lại";
    /** By which only the portal's own jobs come; there is nothing that somebody else could call. */
    private static final Set<EntryAction> OF_JOBS = EnumSet.of(EntryAction.BEGIN, EntryAction.END);

    @Inject
    private TestLists lists;

    @Inject
    private TestLines lines;

    @Inject
    private TestDesk desk;

    @Inject
    private TestTold told;

    @Inject
    private TestIndividuals people;

    @Inject
    private IndividualEntries individuals;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Undoing undoing;

    @Inject
    private Proposals proposals;

    @Inject
    private Reopening reopening;

    @Inject
    private Forwarding forwarding;

    @Inject
    private CallingBack callingBack;

    @Inject
    private Withdrawing withdrawing;

    @Inject
    private Amending amending;

    @Inject
    private EntryReading reading;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private Actor officer = Actor.VISITOR;
    private Actor judge = Actor.VISITOR;
    private Actor head = Actor.VISITOR;
    private PublicId list = PublicId.random();
    private final Map<Role, Actor> everybody = new EnumMap<>(Role.class);
    private final Deque<EntryView> pool = new ArrayDeque<>();

    /** An entry where it was brought to, with whoever gave the verdict on it. */
    private record Subject(Actor officer, PublicId list, EntryView entry, Actor judge, Optional<PublicId> approval) {}

    private record Snapshot(EntryPosition position, int version, long history, long counts) {}

    @BeforeEach
    void an_enterprise_an_agency_and_everybody_else() {
        officer = lists.factory();
        judge = lists.reviewer("SCT");
        head = lists.head("SCT");
        list = lists.submitted(officer, POOL);
        pool.clear();
        pool.addAll(reading.ofList(officer, list, Optional.empty(), 0, POOL));
        everybody.clear();
        for (Role role : Role.values()) {
            everybody.put(
                    role,
                    switch (role) {
                        case ORGANISATION_ADMINISTRATOR, ORGANISATION_OFFICER, API_CLIENT ->
                            new Actor(officer.accountId(), officer.name(), role, officer.organisationId(), 0);
                        case REVIEWER -> judge;
                        case APPROVER -> head;
                        case HEALTH_OFFICER, SOURCE_OFFICER, STEERING_OFFICER ->
                            lists.member(judge.agencyId(), role, "Y Tế");
                        case SOURCE_PROGRAM -> new Actor(2_000_000_000L, "Phần mềm", role, 0, judge.agencyId());
                        case ADMINISTRATOR -> new Actor(1, "Quản trị", role, 0, 0);
                        case PORTAL -> Actor.PORTAL;
                        case VISITOR -> Actor.VISITOR;
                    });
        }
    }

    @Test
    void every_action_happens_where_the_table_says_so_and_nowhere_else() {
        for (EntryAction action : EntryAction.values()) {
            if (action != EntryAction.SUBMIT) {
                walk(action);
            }
        }
    }

    private void walk(EntryAction action) {
        for (EntryPosition position : EntryPosition.values()) {
            Subject kept = null;
            for (Role role : Role.values()) {
                if (OF_JOBS.contains(action) && role != Role.PORTAL || hasNoDoor(action, role)) {
                    continue;
                }
                Actor actor = Objects.requireNonNull(everybody.get(role));
                boolean allowed = action.isFor(role) && action.isAllowedAt(position);
                Subject subject = allowed || kept == null ? at(position, action, actor) : kept;
                String what = action + " at " + position + " by " + role;
                Snapshot before = snapshot(subject);
                assertThat(before.position()).as(what).isEqualTo(position);
                int toldBefore = told.times(subject.entry().entryId());

                String answer = attempt(action, of(subject, actor), subject);

                Snapshot after = snapshot(subject);
                if (allowed) {
                    assertThat(action.to()).as(what + ": " + answer).contains(after.position());
                    assertThat(after.version()).as(what + ": " + answer).isGreaterThan(before.version());
                    assertFollows(what, action, subject, before, after, toldBefore);
                } else {
                    assertThat(after).as(what + ": " + answer).isEqualTo(before);
                    kept = subject;
                }
            }
        }
    }

    @Test
    void only_an_organisation_submits() {
        for (Role role : Role.values()) {
            if (role != Role.VISITOR) {
                submits(role);
            }
        }
    }

    private void submits(Role role) {
        Actor other = lists.factory();
        PublicId draft = lists.list(other);
        lists.upload(other, draft, lists.people(other, 1, 0).xlsx());
        Actor actor = Objects.requireNonNull(everybody.get(role));
        Actor there = actor.organisationId() == 0
                ? actor
                : new Actor(actor.accountId(), actor.name(), role, other.organisationId(), 0);

        String answer = tried(() -> lists.submit(there, draft));

        List<EntryView> entered = reading.ofList(other, draft, Optional.empty(), 0, 1);
        assertThat(entered).as(answer).hasSize(EntryAction.SUBMIT.isFor(role) ? 1 : 0);
        entered.forEach(entry -> assertThat(reading.code(other, entry.id())).isNotNull());
    }

    @Test
    void a_person_without_an_organisation_mends_and_takes_back_by_the_same_table() {
        for (EntryPosition position : EntryPosition.values()) {
            if (position != EntryPosition.WAITING && position != EntryPosition.ENDED) {
                mendsAndTakesBack(position);
            }
        }
    }

    private void mendsAndTakesBack(EntryPosition position) {
        for (EntryAction action : List.of(EntryAction.MEND, EntryAction.WITHDRAW)) {
            Map<String, String> cells = people.person();
            IndividualEntries.Sent sent = people.sent(cells);
            EntryView entry = reading.ofPerson(sent.entryId()).orElseThrow();
            IndividualEntries.Proof proof = individuals
                    .prove(sent.code(), Objects.requireNonNull(cells.get("document_number")), "192.0.2.1")
                    .orElseThrow();
            Actor there = lists.member(entry.agencyId(), Role.REVIEWER, "Cán bộ phường");
            lists.mandate(entry.agencyId());
            if (position == EntryPosition.WITHDRAWN) {
                individuals.withdraw(Actor.VISITOR, proof);
            } else {
                judged(position, Outcome.APPROVE, there, entry);
            }
            EntryPosition before = position(entry.entryId());
            assertThat(before).isEqualTo(position);

            String answer = tried(() -> {
                if (action == EntryAction.MEND) {
                    individuals.mend(Actor.VISITOR, proof, cells);
                } else {
                    individuals.withdraw(Actor.VISITOR, proof);
                }
            });

            assertThat(position(entry.entryId()))
                    .as(action + " at " + position + ": " + answer)
                    .isEqualTo(action.isAllowedAt(position) ? action.to().get(0) : before);
        }
    }

    /** Whoever acts for an organisation does so for the one whose entry it is. */
    private static Actor of(Subject subject, Actor actor) {
        return actor.organisationId() == 0
                ? actor
                : new Actor(
                        subject.officer().accountId(),
                        actor.name(),
                        actor.role(),
                        subject.officer().organisationId(),
                        0);
    }

    /** The person's own way is tried with a person's own entry. */
    private static boolean hasNoDoor(EntryAction action, Role role) {
        return action == EntryAction.MEND
                || role == Role.VISITOR && (action == EntryAction.WITHDRAW || action == EntryAction.SUBMIT_AGAIN);
    }

    private String attempt(EntryAction action, Actor actor, Subject subject) {
        EntryView entry = subject.entry();
        int version = snapshot(subject).version();
        return tried(() -> {
            switch (action) {
                case SUBMIT_AGAIN -> {
                    if (lines.has(entry)) {
                        lines.mend(entry, "position", "Tổ trưởng");
                    }
                    lists.submit(actor, subject.list());
                }
                case BEGIN -> lines.registrationConfirmed(subject.officer());
                case FORWARD -> forwarding.forward(actor, entry.id(), version, agency("SXD"), WHY);
                case CALL_BACK -> callingBack.callBack(actor, passedOn(subject), WHY);
                case DECIDE -> reviewing.decide(actor, entry.id(), version, Outcome.APPROVE, "", "", false);
                case PROPOSE -> reviewing.decide(actor, entry.id(), version, Outcome.REFUSE, "R14", "", false);
                case CONFIRM -> desk.worksOff(proposals.approve(actor, batch(subject), shown(), false));
                case DECLINE -> proposals.decline(actor, batch(subject), Set.of(entry.id()), WHY);
                case UNDO -> undoing.undo(actor, entry.id());
                case LAPSE -> {
                    if (subject.approval().isPresent() && actor.role() == Role.PORTAL) {
                        desk.worksOff(subject.approval().get());
                    } else {
                        desk.windowsCloseFor(actor, entry.entryId());
                    }
                }
                case APPROVE, REFUSE, RETURN -> desk.windowsCloseFor(actor, entry.entryId());
                case REOPEN -> reopening.reopen(actor, entry.id(), version, WHY);
                case RECONSIDER -> {
                    if (actor.role() == Role.VISITOR) {
                        reopening.reconsider(
                                actor, reading.ofPerson(entry.entryId()).orElseThrow(), WHY);
                    } else {
                        reopening.reconsider(actor, entry.id(), WHY);
                    }
                }
                case WITHDRAW -> withdrawing.withdraw(actor, subject.list(), List.of(entry.id()));
                case END -> lines.leavingDay(LocalDate.now(clock).plusDays(2));
                case SUBMIT, MEND -> throw new IllegalStateException("tried elsewhere");
            }
        });
    }

    private void assertFollows(
            String what, EntryAction action, Subject subject, Snapshot before, Snapshot after, int toldBefore) {
        long entryId = subject.entry().entryId();
        List<String> cards =
                sql.list("SELECT state FROM card_card WHERE entry_id = ?", row -> row.getString(1), entryId);
        for (EntryAction.Effect effect : action.effects()) {
            switch (effect) {
                case CODE ->
                    assertThat(reading.code(subject.officer(), subject.entry().id()))
                            .isNotNull();
                case CARD -> assertThat(cards).as(what).containsExactly("VALID");
                case NO_CARD -> assertThat(cards).as(what).doesNotContain("VALID", "SUSPENDED");
                case CARD_SUSPENDED -> {
                    if (before.position() == EntryPosition.APPROVED) {
                        assertThat(cards).as(what).containsExactly("SUSPENDED");
                    }
                }
                case HISTORY -> assertThat(after.history()).as(what).isGreaterThan(before.history());
                case COUNT -> assertThat(after.counts()).as(what).isGreaterThan(before.counts());
                case MESSAGE -> assertThat(told.times(entryId)).as(what).isEqualTo(toldBefore + 1);
            }
        }
        if (!action.effects().contains(EntryAction.Effect.MESSAGE)) {
            assertThat(told.times(entryId)).as(what).isEqualTo(toldBefore);
        }
    }

    /** An entry that stands there, and is the actor's own where only one's own will do. */
    private Subject at(EntryPosition position, EntryAction action, Actor actor) {
        if (position == EntryPosition.WAITING) {
            Actor unconfirmed = lists.factory("SUBMITTED");
            PublicId waiting = lists.submitted(unconfirmed, 1);
            return new Subject(
                    unconfirmed,
                    waiting,
                    reading.ofList(unconfirmed, waiting, Optional.empty(), 0, 1).get(0),
                    judge,
                    Optional.empty());
        }
        EntryView entry = pool.isEmpty() ? another() : pool.removeFirst();
        boolean own = action == EntryAction.UNDO && (actor.role() == Role.REVIEWER || actor.role() == Role.APPROVER);
        Actor by = own ? actor : lists.reviewer("SCT");
        Outcome outcome = switch (action) {
            case REFUSE -> Outcome.REFUSE;
            case RETURN -> Outcome.RETURN;
            default -> Outcome.APPROVE;
        };
        Optional<PublicId> approval = Optional.empty();
        if (position == EntryPosition.WITHDRAWN) {
            withdrawing.withdraw(officer, entry.listPublicId(), List.of(entry.id()));
        } else if (position == EntryPosition.ENDED || action == EntryAction.END && position == EntryPosition.APPROVED) {
            judged(EntryPosition.APPROVED, Outcome.APPROVE, by, entry);
            LocalDate today = LocalDate.now(clock);
            leave(entry, position == EntryPosition.ENDED ? today : today.plusDays(2), by);
        } else {
            judged(position, outcome, by, entry);
        }
        if (action == EntryAction.CALL_BACK) {
            passOn(position, entry);
        }
        if (action == EntryAction.LAPSE) {
            sql.update(
                    "UPDATE stafflist_entry SET valid_from = '2021-01-01', valid_to = '2021-01-02' WHERE id = ?",
                    entry.entryId());
            if (position == EntryPosition.PROPOSED) {
                // Whoever submitted it may not agree to it either.
                Actor submitter =
                        new Actor(officer.accountId(), "Hai Vai", Role.APPROVER, 0, judge.agencyId(), judge.agencyId());
                approval = Optional.of(lists.inTransaction(() -> {
                    PublicId act = proposals.approve(
                            submitter,
                            new Proposals.BatchKey(by.accountId(), Outcome.REFUSE, "R14", Why.FORGERY),
                            shown(),
                            false);
                    sql.update("DELETE FROM platform_job WHERE task_name = ?", ApprovalJob.NAME);
                    sql.update(
                            "INSERT IGNORE INTO access_account (id, public_id, email, display_name, role, agency_id,"
                                    + " state, created_at) VALUES (?, ?, ?, 'Hai Vai', 'APPROVER', ?, 'ACTIVE', ?)",
                            submitter.accountId(),
                            PublicId.random(),
                            "a" + submitter.accountId() + "@test.example",
                            submitter.agencyId(),
                            clock.instant());
                    return act;
                }));
            }
        }
        return new Subject(officer, entry.listPublicId(), entry, by, approval);
    }

    /** As if it had been where it stands when it lay there: what is past its place in the queue is called back by nobody. */
    private void passOn(EntryPosition position, EntryView entry) {
        if (position == EntryPosition.QUEUED) {
            forwarding.forward(
                    judge,
                    entry.id(),
                    (int) sql.number("SELECT version FROM stafflist_entry WHERE id = ?", entry.entryId()),
                    agency("SXD"),
                    WHY);
        } else {
            sql.update(
                    "INSERT INTO review_forwarding (id, public_id, agency_id, home_agency_id, actor_id, actor_name, actor_role,"
                            + " entry_id, list_id, to_agency_id, reason, total, up_to_submitted_at, up_to_entry, begun_at,"
                            + " finished_at) SELECT NEXT VALUE FOR review_seq, ?, ?, ?, 1, 'Cán bộ', 'REVIEWER', public_id,"
                            + " list_id, agency_id, 'Lý do', 1, submitted_at, id, ?, ? FROM stafflist_entry WHERE id = ?",
                    PublicId.random(),
                    judge.agencyId(),
                    judge.agencyId(),
                    clock.instant(),
                    clock.instant(),
                    entry.entryId());
            sql.update(
                    "INSERT INTO stafflist_passed_on (entry_id, act_id, from_agency_id, to_agency_id, passed_at, version,"
                            + " own_people, alarms, forwards) SELECT e.id, f.id, f.agency_id, e.agency_id, ?, e.version, FALSE,"
                            + " 0, 0 FROM stafflist_entry e JOIN review_forwarding f ON f.entry_id = e.public_id WHERE e.id = ?",
                    clock.instant(),
                    entry.entryId());
        }
    }

    private PublicId passedOn(Subject subject) {
        return sql.first(
                        "SELECT public_id FROM review_forwarding WHERE entry_id = ?",
                        row -> Sql.publicId(row, "public_id"),
                        subject.entry().id())
                .orElse(subject.entry().id());
    }

    private EntryView another() {
        PublicId more = lists.submitted(officer, POOL);
        pool.addAll(reading.ofList(officer, more, Optional.empty(), 0, POOL));
        list = more;
        return pool.removeFirst();
    }

    private void judged(EntryPosition position, Outcome outcome, Actor by, EntryView entry) {
        switch (position) {
            case QUEUED -> {}
            case PROPOSED -> reviewing.decide(by, entry.id(), entry.version(), Outcome.REFUSE, "R14", "", false);
            case HELD -> {
                String reason = switch (outcome) {
                    case APPROVE -> "";
                    case REFUSE -> "R01";
                    case RETURN -> "R03";
                };
                reviewing.decide(by, entry.id(), entry.version(), outcome, reason, "", false);
            }
            case RETURNED -> reviewing.decide(by, entry.id(), entry.version(), Outcome.RETURN, "R03", "", true);
            case APPROVED -> reviewing.decide(by, entry.id(), entry.version(), Outcome.APPROVE, "", "", true);
            case REFUSED -> reviewing.decide(by, entry.id(), entry.version(), Outcome.REFUSE, "R01", "", true);
            case WAITING, WITHDRAWN, ENDED -> throw new IllegalArgumentException(position.name());
        }
    }

    private void leave(EntryView entry, LocalDate day, Actor by) {
        PublicId of = entry.listPublicId();
        amending.leave(officer, of, List.of(entry.id()), day);
        lists.submit(officer, of);
        PublicId leave = sql.list(
                        "SELECT public_id FROM stafflist_entry WHERE amends_id = ?",
                        row -> Sql.publicId(row, "public_id"),
                        entry.entryId())
                .get(0);
        judged(EntryPosition.APPROVED, Outcome.APPROVE, by, reading.own(officer, leave));
    }

    private static Proposals.BatchKey batch(Subject subject) {
        return new Proposals.BatchKey(subject.judge().accountId(), Outcome.REFUSE, "R14", Why.FORGERY);
    }

    private Proposals.Shown shown() {
        return new Proposals.Shown(1, clock.instant());
    }

    private Snapshot snapshot(Subject subject) {
        long id = subject.entry().entryId();
        return new Snapshot(
                position(id),
                (int) sql.number("SELECT version FROM stafflist_entry WHERE id = ?", id),
                sql.number("SELECT COUNT(*) FROM review_decision WHERE entry_id = ?", id),
                sql.number("SELECT IFNULL(SUM(entries), 0) FROM review_count WHERE agency_id = ?", judge.agencyId()));
    }

    private EntryPosition position(long entryId) {
        return sql.list(
                        "SELECT state, stage FROM stafflist_entry WHERE id = ?",
                        row -> EntryPosition.of(EntryState.valueOf(row.getString(1)), Stage.valueOf(row.getString(2))),
                        entryId)
                .get(0);
    }

    private PublicId agency(String code) {
        return catalogue.agencyByCode(code, LocalDate.now(clock)).orElseThrow().publicId();
    }
}
