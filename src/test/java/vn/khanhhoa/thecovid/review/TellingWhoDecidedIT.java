package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** One proposed, another agreed, undid or declined: the history of the entry and the trail say who did what, and by which right. */
@InPortal
class TellingWhoDecidedIT {
    @Inject
    private TestLists lists;

    @Inject
    private TestDesk desk;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Undoing undoing;

    @Inject
    private Proposals proposals;

    @Inject
    private Approvals approvals;

    @Inject
    private DeskWords words;

    @Inject
    private Sql sql;

    @Test
    void what_a_head_agreed_to_is_the_heads_decision_on_the_proposal_of_another() {
        Actor officer = lists.factory();
        EntryView entry = desk.one(officer);
        Actor proposer = lists.reviewer("SCT");
        Actor head = lists.head("SCT");
        desk.now(proposer, entry, Outcome.REFUSE, "R14");

        PublicId approval = agree(head, proposer, true);

        Approvals.Approval list = approvals.approval(head, approval);
        assertThat(words.of("approval", approval.toString(), Locale.ENGLISH))
                .contains(list.number() + "/" + list.year());
        assertThat(words.of("reason", "R14", Texts.VIETNAMESE).orElseThrow())
                .startsWith("R14 ")
                .hasSizeGreaterThan(8);
        assertThat(reviewing.history(head, entry.id()))
                .extracting(PastDecision::step, PastDecision::decider, PastDecision::proposer, PastDecision::approvalNo)
                .containsExactly(
                        tuple(Step.CONFIRMED, head.name(), proposer.name(), list.number() + "/" + list.year()),
                        tuple(Step.PROPOSED, proposer.name(), "", ""));
        assertThat(trail(entry, "review.decided"))
                .singleElement()
                .asString()
                .startsWith(head.accountId() + " ")
                .contains("proposer=" + proposer.accountId(), "reason=R14");
    }

    @Test
    void a_card_is_issued_by_who_agreed() {
        Actor officer = lists.factory();
        EntryView entry = desk.one(officer);
        Actor proposer = lists.reviewer("STTTT");
        Actor head = lists.head("STTTT");
        desk.noMandates(head.agencyId());
        lists.reroute(entry.entryId(), head.agencyId());
        desk.now(proposer, entry, Outcome.APPROVE, "");

        agree(head, proposer, true);

        assertThat(sql.number(
                        "SELECT r.actor_id FROM audit_record r JOIN card_card c ON c.entry_id = ? WHERE r.action ="
                                + " 'card.issued' AND r.details LIKE '%count=1,%' AND r.actor_id IN (?, ?) ORDER BY r.id DESC"
                                + " LIMIT 1",
                        entry.entryId(), head.accountId(), proposer.accountId()))
                .isEqualTo(head.accountId());
    }

    @Test
    void an_officer_who_decides_alone_does_so_by_a_document_and_a_head_by_none() {
        Actor officer = lists.factory();
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 2));
        Actor reviewer = lists.reviewer("SCT");
        String document = sql.first(
                        "SELECT document_no FROM review_mandate WHERE agency_id = ? AND account_id IS NULL ORDER BY"
                                + " valid_from DESC, id DESC LIMIT 1",
                        row -> row.getString(1),
                        reviewer.agencyId())
                .orElseThrow();

        desk.later(reviewer, all.get(0), Outcome.APPROVE, "");
        desk.windowsClose(all.get(0).entryId());
        desk.now(lists.head("SCT"), all.get(1), Outcome.APPROVE, "");

        assertThat(reviewing.history(reviewer, all.get(0).id()))
                .extracting(PastDecision::mandateNo)
                .containsExactly(document);
        assertThat(trail(all.get(0), "review.decided"))
                .singleElement()
                .asString()
                .contains("mandate=" + document);
        assertThat(reviewing.history(reviewer, all.get(1).id()))
                .extracting(PastDecision::mandateNo)
                .containsExactly("");
        assertThat(trail(all.get(1), "review.decided"))
                .singleElement()
                .asString()
                .doesNotContain("mandate");
    }

    @Test
    void what_was_undone_says_which_verdict_it_was() {
        Actor officer = lists.factory();
        EntryView entry = desk.one(officer);
        Actor reviewer = lists.reviewer("SCT");
        desk.later(reviewer, entry, Outcome.REFUSE, "R01");

        undoing.undo(reviewer, entry.id());

        assertThat(reviewing.history(reviewer, entry.id()).get(0))
                .extracting(PastDecision::step, PastDecision::outcome, PastDecision::reasonCode)
                .containsExactly(Step.UNDONE, Outcome.REFUSE, "R01");
        assertThat(trail(entry, "review.undone")).singleElement().asString().contains("outcome=REFUSE", "reason=R01");
    }

    @Test
    void an_agreement_that_was_undone_names_whose_proposal_it_was() {
        Actor officer = lists.factory();
        EntryView entry = desk.one(officer);
        Actor proposer = lists.reviewer("SCT");
        Actor head = lists.head("SCT");
        desk.now(proposer, entry, Outcome.REFUSE, "R14");
        agree(head, proposer, false);

        undoing.undo(head, entry.id());

        assertThat(reviewing.history(head, entry.id()).get(0))
                .extracting(PastDecision::step, PastDecision::decider, PastDecision::proposer, PastDecision::outcome)
                .containsExactly(Step.UNDONE, head.name(), proposer.name(), Outcome.REFUSE);
    }

    @Test
    void what_a_head_declined_is_told_of_the_entry_with_the_proposal_and_the_opinion() {
        Actor officer = lists.factory();
        EntryView entry = desk.one(officer);
        Actor proposer = lists.reviewer("SCT");
        Actor head = lists.head("SCT");
        desk.now(proposer, entry, Outcome.REFUSE, "R14");

        proposals.decline(head, desk.proposed(head, proposer).key(), Set.of(entry.id()), "Giấy tờ là thật");

        assertThat(reviewing.history(head, entry.id()).get(0))
                .extracting(
                        PastDecision::step,
                        PastDecision::decider,
                        PastDecision::proposer,
                        PastDecision::outcome,
                        PastDecision::reasonCode,
                        PastDecision::reasonText)
                .containsExactly(Step.DECLINED, head.name(), proposer.name(), Outcome.REFUSE, "R14", "Giấy tờ là thật");
        assertThat(trail(entry, "review.declined"))
                .singleElement()
                .asString()
                .startsWith(head.accountId() + " ")
                .contains("proposer=" + proposer.accountId(), "outcome=REFUSE", "reason=R14")
                .as("nothing that was typed")
                .doesNotContain("Giấy");
    }

    private PublicId agree(Actor head, Actor proposer, boolean atOnce) {
        Proposals.Batch batch = desk.proposed(head, proposer);
        PublicId approval = proposals.approve(head, batch.key(), batch.shown(), atOnce);
        desk.worksOff(approval);
        return approval;
    }

    private List<String> trail(EntryView entry, String action) {
        return sql.list(
                "SELECT actor_id, details FROM audit_record WHERE subject_kind = 'entry' AND subject_id = ? AND action = ?",
                row -> row.getLong(1) + " " + row.getString(2),
                entry.id().toString(),
                action);
    }
}
