package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.audit.Looks;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.stafflist.EntryClaims;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.QueuePlace;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** While a reviewer reads one entry, their page loads the next, which they may never see. */
@InPortal
class LoadingTheNextBeforehandIT {
    private static final Duration TIME = Duration.ofMinutes(10);

    @Inject
    private TestLists lists;

    @Inject
    private TestDesk desk;

    @Inject
    private Reviewing reviewing;

    @Inject
    private EntryClaims claims;

    @Inject
    private Looks looks;

    @Inject
    private Sql sql;

    @Inject
    private TestClock time;

    private Actor officer = Actor.VISITOR;
    private Actor reviewer = Actor.VISITOR;
    private List<EntryView> two = List.of();

    @BeforeEach
    void two_entries() {
        officer = lists.factory();
        reviewer = lists.reviewer("SCT");
        two = desk.entries(officer, lists.submitted(officer, 2));
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void nobody_has_looked_at_it_until_it_is_shown_and_then_at_all_that_is_on_it() {
        EntryView next = two.get(1);

        reviewing.loadBeforehand(reviewer, next.id());
        assertThat(done(next)).isEqualTo(Map.of("review.loaded-beforehand", 1L));
        assertThat(looks.at(List.of(next.id()))).as("as its person is told").isEmpty();

        reviewing.showLoaded(reviewer, next.id(), Locale.forLanguageTag("vi"));
        reviewing.numbers(reviewer, next.id());
        assertThat(done(next))
                .isEqualTo(Map.of("review.loaded-beforehand", 1L, "review.looked", 1L, "review.numbers-shown", 1L));
        assertThat(looks.at(List.of(next.id())))
                .extracting(Looks.Look::action)
                .containsExactly("review.numbers-shown", "review.looked");
    }

    @Test
    void it_is_nobodys_by_that_and_what_is_read_meanwhile_is_held_no_longer() {
        EntryView open = two.get(0);
        EntryView next = two.get(1);
        EntryClaims.Holder before = claims.take(reviewer, open.id(), TIME).orElseThrow();
        time.forward(Duration.ofMinutes(3));
        QueuePlace place = new QueuePlace(open.submittedAt(), open.entryId());

        assertThat(claims.peek(reviewer, TestDesk.of(officer), place, true, Set.of()))
                .contains(next.id());
        claims.preload(reviewer, next.id());
        reviewing.loadBeforehand(reviewer, next.id());

        assertThat(claims.holder(reviewer, open.id())).contains(before);
        assertThat(claims.holder(reviewer, next.id())).isEmpty();
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM stafflist_entry WHERE id = ? AND holder_id IS NULL AND held_until IS NULL",
                        next.entryId()))
                .isEqualTo(1);
    }

    private Map<String, Long> done(EntryView entry) {
        return Map.ofEntries(sql.list(
                        "SELECT action, COUNT(*) FROM audit_record WHERE subject_id = ? AND actor_id = ? GROUP BY action",
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        entry.id().toString(),
                        reviewer.accountId())
                .toArray(new Map.Entry[0]));
    }
}
