package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestLists;
import vn.khanhhoa.thecovid.stafflist.Verdict;

@InPortal
class VerdictsAtTheSameTimeIT {
    @Inject
    private TestLists lists;

    @Inject
    private TestDesk desk;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Proposals proposals;

    @Inject
    private Approvals approvals;

    @Inject
    private EntryReading reading;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Sql sql;

    @Test
    void of_two_heads_who_approve_the_same_one_does_and_the_other_is_told_that_there_is_nothing_left()
            throws Exception {
        Actor officer = lists.factory();
        EntryView entry = entries(officer, lists.submitted(officer, 1)).get(0);
        Actor proposer = lists.reviewer("SCT");
        reviewing.decide(proposer, entry.id(), entry.version(), Outcome.REFUSE, "R14", "", false);
        Actor first = lists.head("SCT");
        Actor second = lists.head("SCT");
        Proposals.Batch batch = proposals.batches(second).stream()
                .filter(each -> each.proposerId() == proposer.accountId())
                .findFirst()
                .orElseThrow();
        int acts = approvals.approvals(first, 0, 1_000).size();

        CompletableFuture<PublicId> other = lists.inTransaction(() -> {
            proposals.approve(first, batch.key(), batch.shown(), false);
            CompletableFuture<PublicId> waiting =
                    executor.supplyAsync(() -> proposals.approve(second, batch.key(), batch.shown(), false));
            Thread.sleep(1_500);
            assertThat(waiting).isNotDone();
            return waiting;
        });

        assertThatThrownBy(() -> other.get(20, TimeUnit.SECONDS))
                .rootCause()
                .isInstanceOfSatisfying(
                        RuleViolation.class, rule -> assertThat(rule.code()).isEqualTo("review.nothing-proposed"));
        assertThat(approvals.approvals(first, 0, 1_000)).hasSize(acts + 1);
    }

    @Test
    void whoever_judges_waits_for_a_verdict_that_is_void_before_they_hold_the_entry() throws Exception {
        Actor officer = lists.factory();
        EntryView entry = entries(officer, lists.submitted(officer, 1)).get(0);
        Actor reviewer = lists.reviewer("SCT");
        reviewing.decide(reviewer, entry.id(), entry.version(), Outcome.APPROVE, "", "", false);
        // As where its sender changed it in mid-window.
        sql.update("UPDATE stafflist_entry SET stage = 'OPEN' WHERE id = ?", entry.entryId());
        EntryView again = reading.forReview(reviewer, entry.id());

        CompletableFuture<Reviewing.Judged> judged = lists.inTransaction(() -> {
            holdVerdict(entry);
            CompletableFuture<Reviewing.Judged> waiting = executor.supplyAsync(
                    () -> reviewing.decide(reviewer, entry.id(), again.version(), Outcome.REFUSE, "R01", "", false));
            Thread.sleep(1_500);
            assertThat(waiting).isNotDone();
            assertThat(isFree(entry)).isTrue();
            return waiting;
        });
        assertThat(judged.get(20, TimeUnit.SECONDS).why()).isEqualTo(Why.ALONE);

        sql.update("UPDATE stafflist_entry SET stage = 'OPEN' WHERE id = ?", entry.entryId());
        int version = reading.forReview(reviewer, entry.id()).version();
        CompletableFuture<Reviewing.JudgedMany> many = lists.inTransaction(() -> {
            holdVerdict(entry);
            CompletableFuture<Reviewing.JudgedMany> waiting = executor.supplyAsync(() -> reviewing.decideMany(
                    reviewer,
                    Map.of(entry.entryId(), version),
                    new Verdict(reviewer, Outcome.APPROVE, "", ""),
                    1,
                    false));
            Thread.sleep(1_500);
            assertThat(waiting).isNotDone();
            assertThat(isFree(entry)).isTrue();
            return waiting;
        });
        assertThat(many.get(20, TimeUnit.SECONDS).judged()).containsOnlyKeys(entry.entryId());
    }

    @Test
    void a_bulk_asks_no_more_often_for_entries_of_many_organisations_than_of_one() {
        Actor one = lists.factory();
        List<EntryView> ofOne = entries(one, lists.submitted(one, 5));
        List<EntryView> ofMany = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Actor officer = lists.factory();
            ofMany.addAll(entries(officer, lists.submitted(officer, 1)));
        }
        Actor reviewer = lists.reviewer("SCT");
        questions(reviewer, ofOne);

        assertThat(questions(reviewer, ofMany)).isEqualTo(questions(reviewer, ofOne));
    }

    /** How many statements it takes to say what would become of them. */
    private long questions(Actor reviewer, List<EntryView> some) {
        return desk.questions(() -> reviewing.foresee(
                reviewer,
                some.stream().map(EntryView::entryId).toList(),
                new Verdict(reviewer, Outcome.APPROVE, "", "")));
    }

    private void holdVerdict(EntryView entry) {
        assertThat(sql.list(
                        "SELECT entry_id FROM review_pending WHERE entry_id = ? FOR UPDATE",
                        row -> row.getLong(1),
                        entry.entryId()))
                .hasSize(1);
    }

    private boolean isFree(EntryView entry) {
        return sql.list(
                                "SELECT id FROM stafflist_entry WHERE id = ? FOR UPDATE NOWAIT",
                                row -> row.getLong(1),
                                entry.entryId())
                        .size()
                == 1;
    }

    private List<EntryView> entries(Actor officer, PublicId list) {
        return reading.ofList(officer, list, Optional.empty(), 0, 100);
    }
}
