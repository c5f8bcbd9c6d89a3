package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.TestRouting;
import vn.khanhhoa.thecovid.stafflist.DecidedEntries;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.ManyEntries;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** What an agency has decided: by name, outcome and days, however much it is. */
@InPortal
class SearchingWhatWasDecidedIT {
    private static final int PAST = 4_000;
    private static final int PAGE = 51;

    @Inject
    private TestLists lists;

    @Inject
    private TestRouting routing;

    @Inject
    private TestDesk desk;

    @Inject
    private DecidedEntries decided;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private Actor officer = Actor.VISITOR;
    private Actor reviewer = Actor.VISITOR;

    @BeforeEach
    void an_agency() {
        String code = "S" + TestLists.fresh();
        routing.agency(code);
        officer = lists.factory();
        reviewer = lists.reviewer(code);
    }

    @Test
    void one_outcome_is_found_without_the_others() {
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 3));
        all.forEach(this::comesHere);
        desk.now(reviewer, all.get(0), Outcome.APPROVE, "");
        desk.now(reviewer, all.get(1), Outcome.REFUSE, "R01");
        desk.now(reviewer, all.get(2), Outcome.RETURN, "R03");

        assertThat(find("", Outcome.REFUSE, null, null))
                .extracting(DecidedEntries.Decided::id)
                .containsExactly(all.get(1).id());
        assertThat(find("", null, null, null)).hasSize(3);
        assertThat(find(all.get(2).name(), Outcome.RETURN, null, null))
                .extracting(DecidedEntries.Decided::id)
                .containsExactly(all.get(2).id());
        assertThat(find(all.get(2).name(), Outcome.APPROVE, null, null))
                .extracting(DecidedEntries.Decided::id)
                .doesNotContain(all.get(2).id());
    }

    @Test
    void both_days_count_and_a_day_begins_and_ends_in_vietnam() {
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 2));
        all.forEach(this::comesHere);
        all.forEach(entry -> desk.now(reviewer, entry, Outcome.REFUSE, "R01"));
        LocalDate day = LocalDate.of(2021, 9, 30);
        decidedAt(all.get(0), day.atStartOfDay(PortalClock.ZONE).toInstant());
        decidedAt(
                all.get(1),
                day.plusDays(1).atStartOfDay(PortalClock.ZONE).toInstant().minusMillis(1));

        for (String name : List.of("", all.get(0).name().split(" ", 2)[0])) {
            for (Outcome outcome : new Outcome[] {null, Outcome.REFUSE}) {
                assertThat(find("", outcome, day, day)).hasSize(2);
                assertThat(find(name, outcome, day.plusDays(1), null)).isEmpty();
                assertThat(find(name, outcome, null, day.minusDays(1))).isEmpty();
                assertThat(find(name, outcome, day.minusDays(1), day.plusDays(1)))
                        .isNotEmpty();
            }
        }
    }

    private void comesHere(EntryView entry) {
        lists.reroute(entry.entryId(), reviewer.agencyId());
        sql.update(
                "UPDATE stafflist_entry_name SET agency_id = ? WHERE entry_id = ?",
                reviewer.agencyId(),
                entry.entryId());
    }

    private void decidedAt(EntryView entry, Instant at) {
        sql.update("UPDATE stafflist_entry SET decided_at = ? WHERE id = ?", at, entry.entryId());
        sql.update("UPDATE stafflist_decided_name SET decided_at = ? WHERE entry_id = ?", at, entry.entryId());
    }

    @Test
    void a_page_neither_sorts_the_past_nor_walks_through_it() {
        fill();
        LocalDate today = LocalDate.now(clock);

        for (String name : List.of("", "nguyen", "an", "nguyen van an")) {
            for (Outcome outcome : new Outcome[] {null, Outcome.APPROVE, Outcome.REFUSE}) {
                assertOf(name, outcome, null, null);
                assertOf(name, outcome, today.minusDays(31), today.minusDays(29));
            }
        }
        assertThat(find("", Outcome.REFUSE, null, null))
                .hasSize(PAGE)
                .extracting(DecidedEntries.Decided::state)
                .containsOnly(EntryState.REFUSED);
    }

    private void assertOf(String name, @Nullable Outcome outcome, @Nullable LocalDate from, @Nullable LocalDate to) {
        Map<String, Long> asked = lists.inTransaction(() -> {
            long sorted = status("Sort_rows");
            long read = status("Handler_read_prev");
            assertThat(find(name, outcome, from, to)).isNotEmpty();
            return Map.of("sorted", status("Sort_rows") - sorted, "walked", status("Handler_read_prev") - read);
        });
        String what = String.format(Locale.ROOT, "%s %s %s", name, outcome, from);
        assertThat(asked.get("sorted")).as(what).isZero();
        assertThat(asked.get("walked")).as(what).isLessThan(PAST / 2);
    }

    private long status(String name) {
        return sql.first("SHOW SESSION STATUS LIKE '" + name + "'", row -> row.getLong(2))
                .orElseThrow();
    }

    /** One in three is refused, whatever the name. */
    private void fill() {
        long agency = reviewer.agencyId();
        long list = sql.number("SELECT id FROM stafflist_list WHERE public_id = ?", lists.list(officer));
        ManyEntries.statements(list, agency, 0, PAST, clock.instant().minus(Duration.ofDays(30)))
                .forEach(sql::update);
        sql.update(
                "UPDATE stafflist_entry SET state = IF(CRC32(id) % 3 = 0, 'REFUSED', 'APPROVED'), decided_at = submitted_at WHERE"
                        + " agency_id = ?",
                agency);
        sql.update(
                "INSERT INTO stafflist_decided_name (agency_id, token, decided_at, entry_id) SELECT agency_id, token,"
                        + " submitted_at, entry_id FROM stafflist_entry_name WHERE agency_id = ? AND token > '@'",
                agency);
        sql.update("DELETE FROM stafflist_entry_name WHERE agency_id = ?", agency);
    }

    private List<DecidedEntries.Decided> find(
            String name, @Nullable Outcome outcome, @Nullable LocalDate from, @Nullable LocalDate to) {
        return decided.find(reviewer, new DecidedEntries.Filter(name, outcome, from, to), 0, PAGE);
    }
}
