package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khanhhoa.thecovid.review.TestRefusals.assertGone;
import static vn.khanhhoa.thecovid.review.TestRefusals.assertRefused;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** An agency approved its own people last month. */
@InPortal
class RecheckingOwnApprovalsIT {
    /** A drawing is never taken back: each test has its own. */
    private static final Iterator<String> AGENCIES =
            List.of("SNV", "STP", "SKHDT", "STC", "STNMT", "CTK").iterator();

    @Inject
    private TestLists lists;

    @Inject
    private Rechecks rechecks;

    @Inject
    private RecheckSampling sampling;

    @Inject
    private Reviewing reviewing;

    @Inject
    private EntryReading reading;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private String agency = "";
    private Actor authority = Actor.VISITOR;
    private Actor reviewer = Actor.VISITOR;
    private Actor taskForce = Actor.VISITOR;

    @BeforeEach
    void four_approvals_of_own_people_in_the_last_month() {
        agency = AGENCIES.next();
        reviewer = lists.reviewer(agency);
        taskForce = lists.head(Forwarding.TRIAGE);
        authority = lists.factory();
        List<EntryView> all = reading.ofList(authority, lists.submitted(authority, 4), Optional.empty(), 0, 10);
        lists.isReally(authority, agency);
        all.forEach(entry -> {
            lists.reroute(entry.entryId(), reviewer.agencyId());
            sql.update("UPDATE stafflist_entry SET own_people = TRUE WHERE id = ?", entry.entryId());
            reviewing.decide(reviewer, entry.id(), entry.version(), Outcome.APPROVE, "", "", true);
            sql.update(
                    "UPDATE stafflist_entry SET decided_at = ? WHERE id = ?",
                    LocalDate.now(clock)
                            .minusMonths(1)
                            .atStartOfDay(clock.getZone())
                            .toInstant(),
                    entry.entryId());
        });
        sampleOf(2);
    }

    @Test
    void so_many_are_drawn_once_and_the_seed_gives_the_same_again() {
        sampling.draw(Actor.PORTAL);
        sampling.draw(Actor.PORTAL);

        Rechecks.Drawing drawing = drawing();
        assertThat(drawing.population()).isEqualTo(4);
        assertThat(drawing.drawn()).isEqualTo(2);
        List<Long> population = sql.list(
                "SELECT entry_id FROM review_recheck_entry WHERE recheck_id = ? ORDER BY entry_id",
                row -> row.getLong(1),
                drawing.number());
        assertThat(rechecks.entries(taskForce, drawing.id()))
                .extracting(Rechecks.Drawn::entryId)
                .isEqualTo(new Sample(drawing.seed()).inOrder(population).subList(0, 2));
        assertThat(sql.number("SELECT COUNT(*) FROM review_recheck WHERE agency_id = ?", reviewer.agencyId()))
                .isEqualTo(1);
    }

    @Test
    void what_was_approved_and_has_ended_since_is_drawn_too() {
        sql.update(
                "UPDATE stafflist_entry SET state = 'ENDED' WHERE organisation_id = ? ORDER BY id LIMIT 3",
                authority.organisationId());

        sampling.draw(Actor.PORTAL);

        assertThat(drawing().population()).isEqualTo(4);
    }

    @Test
    void people_of_others_are_not_drawn_though_the_rule_would_allow_it() {
        lists.isReally(authority, "KHAC-" + TestLists.fresh());

        sampling.draw(Actor.PORTAL);
        assertThat(sql.number("SELECT COUNT(*) FROM review_recheck_none WHERE agency_id = ?", reviewer.agencyId()))
                .as("months of which there is nothing to draw are not looked through each hour")
                .isEqualTo(3);
        lists.isReally(authority, agency);
        sampling.draw(Actor.PORTAL);

        assertThat(sql.number("SELECT COUNT(*) FROM review_recheck WHERE agency_id = ?", reviewer.agencyId()))
                .isZero();
    }

    @Test
    void each_is_confirmed_or_goes_back_to_be_decided_by_another() {
        lists.reviewer(agency);
        sampling.draw(Actor.PORTAL);
        Rechecks.Drawing drawing = drawing();
        List<Rechecks.Drawn> drawn = rechecks.entries(taskForce, drawing.id());

        rechecks.confirm(taskForce, drawing.id(), drawn.get(0).id());
        assertRefused(
                "review.recheck-done",
                () -> rechecks.reopen(taskForce, drawing.id(), drawn.get(0).id(), "Đổi ý"));
        assertRefused(
                "review.remark",
                () -> rechecks.reopen(taskForce, drawing.id(), drawn.get(1).id(), " "));
        assertThat(rechecks.reopen(taskForce, drawing.id(), drawn.get(1).id(), "Không thấy trong danh sách biên chế")
                        .by())
                .isEqualTo(Others.By.REVIEWER);

        assertThat(drawing().waiting()).isZero();
        EntryView reopened = reading.own(authority, drawn.get(1).id());
        assertThat(reopened.state()).isEqualTo(EntryState.PENDING);
        assertRefused(
                "stafflist.decided-before",
                () -> reviewing.decide(reviewer, reopened.id(), reopened.version(), Outcome.APPROVE, "", "", true));
        assertThat(reviewing.history(reviewer, reopened.id()).get(0).step()).isEqualTo(Step.REOPENED);
        assertThat(rechecks.entries(taskForce, drawing.id()))
                .extracting(Rechecks.Drawn::result)
                .containsExactly(Rechecks.Result.CONFIRMED, Rechecks.Result.REOPENED);
    }

    @Test
    void where_the_agency_has_nobody_else_it_is_decided_above() {
        sampling.draw(Actor.PORTAL);
        Rechecks.Drawn drawn = rechecks.entries(taskForce, drawing().id()).get(0);

        Others.Went went = rechecks.reopen(taskForce, drawing().id(), drawn.id(), "Không thấy trong biên chế");

        assertThat(went.by()).isEqualTo(Others.By.ANOTHER_AGENCY);
        assertThat(reviewing.history(lists.reviewer(agencyCode(went)), drawn.id()))
                .first()
                .extracting(PastDecision::step, PastDecision::toAgencyId)
                .containsExactly(Step.REOPENED, went.agencyId());
    }

    private String agencyCode(Others.Went went) {
        return sql.first("SELECT code FROM registry_agency WHERE id = ?", row -> row.getString(1), went.agencyId())
                .orElseThrow();
    }

    @Test
    void only_who_looks_again_sees_the_drawing_and_only_what_was_drawn_is_touched() {
        sampling.draw(Actor.PORTAL);
        Rechecks.Drawing drawing = drawing();
        PublicId notDrawn = sql.first(
                        "SELECT e.public_id FROM review_recheck_entry d JOIN stafflist_entry e ON e.id = d.entry_id WHERE"
                                + " d.recheck_id = ? AND NOT d.drawn",
                        row -> Sql.publicId(row, "public_id"),
                        drawing.number())
                .orElseThrow();

        assertGone(() -> rechecks.entries(lists.head(agency), drawing.id()));
        assertGone(() -> rechecks.confirm(lists.head("SCT"), drawing.id(), notDrawn));
        assertGone(() -> rechecks.confirm(taskForce, drawing.id(), notDrawn));
        assertGone(() -> sampling.change(lists.head(agency), sampling.rule(taskForce)));
        assertRefused("access.not-permitted", () -> rechecks.entries(lists.reviewer(Forwarding.TRIAGE), drawing.id()));
        assertRefused("review.recheck-size", () -> sampleOf(0));
    }

    private void sampleOf(int size) {
        sampling.change(
                taskForce,
                new RecheckSampling.Rule(size, sampling.rule(taskForce).version()));
    }

    private Rechecks.Drawing drawing() {
        return rechecks.drawings(taskForce, 0, 100).stream()
                .filter(each -> each.agencyId() == reviewer.agencyId())
                .findFirst()
                .orElseThrow();
    }
}
