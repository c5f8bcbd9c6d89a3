package vn.khanhhoa.thecovid.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.OwnNumbers;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.card.token.TrustedKey;
import vn.khanhhoa.thecovid.citizen.EntryStatus;
import vn.khanhhoa.thecovid.citizen.StatusLookup;
import vn.khanhhoa.thecovid.person.Identity;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.crypto.SigningPairs.Place;
import vn.khanhhoa.thecovid.review.Reviewing;
import vn.khanhhoa.thecovid.shared.Period;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.Amending;
import vn.khanhhoa.thecovid.stafflist.Amendments;
import vn.khanhhoa.thecovid.stafflist.EntryFilter;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.RowBrowsing;
import vn.khanhhoa.thecovid.stafflist.RowEntry;
import vn.khanhhoa.thecovid.stafflist.RowFilter;
import vn.khanhhoa.thecovid.stafflist.RowPlace;
import vn.khanhhoa.thecovid.stafflist.RowView;
import vn.khanhhoa.thecovid.stafflist.TestLines;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** Three people of a list have cards that end in some weeks. */
@InPortal
class RenewingCardsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WHY = "theo công văn 15";

    @Inject
    private TestLists lists;

    @Inject
    private TestLines lines;

    @Inject
    private CardBulks bulks;

    @Inject
    private CardBulkSteps steps;

    @Inject
    private CardControl control;

    @Inject
    private CardQueries cards;

    @Inject
    private TokenReading tokens;

    @Inject
    private StoredKeys keys;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Amending amending;

    @Inject
    private Amendments amendments;

    @Inject
    private EntryReading reading;

    @Inject
    private RowBrowsing browsing;

    @Inject
    private StatusLookup lookup;

    @Inject
    private OwnNumbers numbers;

    @Inject
    private People people;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private Actor officer = Actor.VISITOR;
    private Actor reviewer = Actor.VISITOR;
    private Actor head = Actor.VISITOR;
    private PublicId list = PublicId.random();
    private LocalDate today = LocalDate.EPOCH;
    private LocalDate until = LocalDate.EPOCH;
    private List<CardView> three = List.of();

    @BeforeEach
    void three_cards() {
        officer = lists.factory();
        reviewer = lists.reviewer("SCT");
        head = lists.head("SCT");
        today = LocalDate.now(clock);
        until = today.plusDays(200);
        list = lists.submitted(officer, 3);
        entries().forEach(this::approve);
        three = entries().stream().map(this::card).toList();
    }

    @Test
    void another_card_takes_the_place_of_each_and_the_entry_holds_as_long() {
        PublicId bulk = prepared(head, until);
        assertThat(bulks.progress(head, bulk).groups()).containsExactly(new CardBulks.Group("DONE", 3));
        assertThat(card(entries().get(0)).id()).isEqualTo(three.get(0).id());

        bulks.begin(head, bulk);
        bulks.begin(head, bulk);
        assertThat(finished(bulk).toChange()).isEqualTo(3);

        for (CardView old : three) {
            CardView fresh = cards.ofEntry(old.entryId()).orElseThrow();
            assertThat(stored(old).state()).isEqualTo(CardState.SUPERSEDED);
            assertThat(fresh.state()).isEqualTo(CardState.VALID);
            assertThat(fresh.validTo()).isEqualTo(until);
            assertThat(fresh.validFrom()).isEqualTo(old.validFrom().isAfter(today) ? old.validFrom() : today);
            assertThat(fresh.number()).isNotEqualTo(old.number());
            assertThat(tokens.read(fresh.token())).isInstanceOf(TokenReading.Genuine.class);
            assertThat(sql.number("SELECT COUNT(*) FROM card_card WHERE entry_id = ?", old.entryId()))
                    .isEqualTo(2);
        }
        assertThat(entries()).allSatisfy(entry -> {
            assertThat(entry.validTo()).isEqualTo(until);
            assertThat(entry.state()).isEqualTo(EntryState.APPROVED);
        });
    }

    @Test
    void the_line_tells_for_how_long_the_entry_holds_now_and_the_person_which_card_does() {
        assertThat(held()).isEmpty();
        assertThat(cards.isOneOfSeveral(three.get(0))).isFalse();
        PublicId bulk = prepared(head, until);
        bulks.begin(head, bulk);
        finished(bulk);

        assertThat(held()).hasSize(3).allSatisfy(days -> assertThat(days.to()).isEqualTo(until));
        EntryStatus renewed = lookup.status(three.get(0).entryId(), Texts.VIETNAMESE);
        assertThat(Objects.requireNonNull(renewed.card()).validTo()).isEqualTo(until);
        assertThat(renewed.severalCards()).isTrue();
        assertThat(renewed.cardKey()).isEmpty();

        bulks.undo(head, bulk);
        finished(bulk);
        assertThat(held()).isEmpty();
        EntryStatus undone = lookup.status(three.get(0).entryId(), Texts.VIETNAMESE);
        assertThat(Objects.requireNonNull(undone.card()).id())
                .isEqualTo(three.get(0).id());
        assertThat(undone.severalCards()).isTrue();
    }

    /** What the lines of the list say of entries that hold for another time than they ask for. */
    private List<Period> held() {
        List<RowView> rows = browsing.window(officer, list, RowFilter.ALL, RowPlace.at(0), 10);
        Map<PublicId, RowEntry> of =
                browsing.entries(officer, list, rows.stream().map(RowView::id).toList());
        assertThat(of).hasSize(3);
        return rows.stream()
                .flatMap(row -> Objects.requireNonNull(of.get(row.id())).holdsOtherwiseThan(row).stream())
                .toList();
    }

    @Test
    void undone_the_cards_of_before_are_good_again() {
        PublicId bulk = prepared(head, until);
        bulks.begin(head, bulk);
        finished(bulk);
        List<CardView> fresh = entries().stream().map(this::card).toList();
        control.suspend(head, fresh.get(1).id(), fresh.get(1).version(), "mất thẻ");

        bulks.undo(head, bulk);
        bulks.undo(head, bulk);
        CardBulks.Progress undone = finished(bulk);

        assertThat(undone.takenBack()).isEqualTo(2);
        assertThat(undone.groups()).contains(new CardBulks.Group("platform.changed-meanwhile", 1));
        for (int each : List.of(0, 2)) {
            assertThat(stored(three.get(each)).state()).isEqualTo(CardState.VALID);
            assertThat(stored(three.get(each)).reason()).isEmpty();
            assertThat(stored(fresh.get(each)).state()).isEqualTo(CardState.SUPERSEDED);
            assertThat(cards.ofEntry(three.get(each).entryId()).orElseThrow().id())
                    .isEqualTo(three.get(each).id());
            assertThat(entry(three.get(each)).validTo())
                    .isEqualTo(three.get(each).validTo());
            assertThat(entry(three.get(each)).validFrom())
                    .isEqualTo(three.get(each).validFrom());
        }
        assertThat(stored(fresh.get(1)).state()).as("changed since").isEqualTo(CardState.SUSPENDED);
        assertThat(entry(three.get(1)).validTo()).isEqualTo(until);

        PublicId again = prepared(head, until);
        bulks.begin(head, again);
        assertThat(finished(again).toChange()).as("renewed once more").isEqualTo(2);
    }

    @Test
    void a_card_whose_key_became_known_since_is_not_brought_back() throws NoSuchAlgorithmException {
        PublicId bulk = prepared(head, until);
        bulks.begin(head, bulk);
        finished(bulk);
        ECPublicKey other = (ECPublicKey)
                KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic();
        keys.add(Place.FILE, "known-" + PublicId.random(), other, KeyState.COMPROMISED, clock.instant());
        CardView known = three.get(1);
        sql.update(
                "UPDATE card_card SET kid = ? WHERE id = ?",
                TrustedKey.of(other).id().bytes(),
                known.cardId());
        PublicId fresh = card(entry(known)).id();

        bulks.undo(head, bulk);

        assertThat(finished(bulk).takenBack()).isEqualTo(2);
        assertThat(stored(known).state()).isEqualTo(CardState.SUPERSEDED);
        assertThat(card(entry(known)).id()).isEqualTo(fresh);
    }

    @Test
    void a_step_that_is_stopped_leaves_nothing_half_done() {
        PublicId bulk = prepared(head, until);
        sql.update("UPDATE card_bulk SET begun_at = ? WHERE public_id = ?", clock.instant(), bulk);
        long id = sql.number("SELECT id FROM card_bulk WHERE public_id = ?", bulk);

        steps.step(id, 1);
        assertThat(bulks.progress(head, bulk).done()).isEqualTo(1);
        assertThat(entries()).filteredOn(entry -> entry.validTo().equals(until)).hasSize(1);
        while (steps.step(id, 1)) {
            assertThat(bulks.progress(head, bulk).total()).isEqualTo(3);
        }
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM card_card WHERE list_id = ? AND state = 'VALID' AND valid_to = ?",
                        three.get(0).listId(),
                        until))
                .isEqualTo(3);
    }

    @Test
    void what_is_suspended_or_long_enough_or_about_to_be_changed_is_left_out() {
        control.suspend(head, three.get(0).id(), 0, "chờ kết quả");
        lines.change(officer, entry(three.get(1)), "position", "Tổ trưởng");
        lists.submit(officer, list);
        PublicId bulk = prepared(head, until);

        assertThat(bulks.progress(head, bulk).groups())
                .containsExactlyInAnyOrder(
                        new CardBulks.Group("DONE", 1),
                        new CardBulks.Group("card.renew-suspended", 1),
                        new CardBulks.Group("card.renew-amended", 1));
        PublicId shorter = prepared(head, three.get(2).validTo());
        assertThat(bulks.progress(head, shorter).groups()).contains(new CardBulks.Group("card.renew-not-longer", 2));
    }

    @Test
    void a_change_that_comes_between_the_look_and_the_act_comes_first() {
        PublicId bulk = prepared(head, until);
        amending.leave(officer, list, List.of(entry(three.get(0)).id()), today);
        lists.submit(officer, list);

        bulks.begin(head, bulk);

        assertThat(finished(bulk).groups())
                .containsExactly(new CardBulks.Group("DONE", 2), new CardBulks.Group("card.renew-amended", 1));
        assertThat(stored(three.get(0)).state()).isEqualTo(CardState.VALID);
    }

    @Test
    void nobody_renews_their_own_card_nor_those_of_their_own_agencys_people() {
        Actor other = new Actor(head.accountId(), head.name(), Role.HEALTH_OFFICER, 0, head.agencyId());
        String number = "0" + TestLists.fresh() + "1";
        sql.update(
                "UPDATE stafflist_entry SET person_id = ? WHERE id = ?",
                person(number),
                three.get(0).entryId());
        numbers.enter(TestAccounts.ADMINISTRATOR, account(), "", number);
        assertThat(bulks.progress(head, prepared(head, until)).groups())
                .containsExactly(new CardBulks.Group("DONE", 2), new CardBulks.Group("card.renew-own", 1));

        lists.isReally(officer, "SCT");
        assertThat(bulks.progress(other, prepared(other, until)).groups())
                .containsExactly(new CardBulks.Group("card.renew-own", 3));
    }

    @Test
    void the_new_last_day_is_within_what_a_form_lets_anybody_ask_for() {
        assertRefused("card.until-missing", null);
        assertRefused("card.until-over", today.minusDays(1));
        assertRefused("card.until-too-late", today.plusDays(366));
        assertThat(bulks.progress(head, prepared(head, today.plusDays(365))).toChange())
                .isEqualTo(3);
    }

    @Test
    void cards_are_found_by_how_soon_they_end() {
        sql.update(
                "UPDATE card_card SET valid_to = ? WHERE id = ?",
                today.plusDays(2),
                three.get(1).cardId());
        CardFilter soon = new CardFilter("", three.get(0).organisation(), Optional.empty(), 3);

        assertThat(control.search(head, soon, 0, 10))
                .extracting(CardView::id)
                .containsExactly(three.get(1).id());
        assertThat(reading.ofList(
                        officer,
                        list,
                        new EntryFilter(Optional.empty(), Optional.empty(), "", Optional.of(today.plusDays(2))),
                        0,
                        10))
                .isEmpty();
        sql.update(
                "UPDATE stafflist_entry SET valid_to = ? WHERE id = ?",
                today.plusDays(2),
                three.get(1).entryId());
        assertThat(reading.ofList(
                        officer,
                        list,
                        new EntryFilter(Optional.empty(), Optional.empty(), "", Optional.of(today.plusDays(2))),
                        0,
                        10))
                .hasSize(1);
    }

    @Test
    void an_organisation_asks_for_renewals_by_its_list_and_the_agency_decides_each() {
        List<PublicId> two =
                List.of(entry(three.get(0)).id(), entry(three.get(1)).id());
        Amending.Result result = amending.renew(officer, list, two, until);
        assertThat(result).isEqualTo(new Amending.Result(2, List.of()));
        assertThat(amending.renew(officer, list, two, three.get(0).validTo()).leftOut())
                .extracting(Amending.LeftOut::code)
                .contains("stafflist.left-out-longer");
        lists.submit(officer, list);
        EntryView change = Objects.requireNonNull(
                amendments.own(officer, entry(three.get(0)).id()).by());
        assertThat(amendments.forReview(reviewer, change).changes())
                .extracting(Amendments.Change::labelVi)
                .contains("Đến ngày")
                .doesNotContain("Họ và tên");

        approve(change);

        assertThat(stored(three.get(0)).state()).isEqualTo(CardState.SUPERSEDED);
        assertThat(card(change).validTo()).isEqualTo(until);
        assertThat(stored(three.get(1)).state()).as("not decided yet").isEqualTo(CardState.VALID);
        assertThat(stored(three.get(2)).validTo()).isEqualTo(three.get(2).validTo());
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> amending.renew(officer, list, two, today.minusDays(1)));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> amending.renew(officer, list, two, today.plusDays(366)));
    }

    @Test
    void a_change_of_something_else_keeps_the_days_that_the_agency_made_longer() {
        PublicId bulk = prepared(head, until);
        bulks.begin(head, bulk);
        finished(bulk);
        EntryView before = entry(three.get(0));
        lines.change(officer, before, "position", "Tổ trưởng");
        lists.submit(officer, list);
        EntryView change =
                Objects.requireNonNull(amendments.own(officer, before.id()).by());

        approve(change);

        assertThat(card(change).validTo()).isEqualTo(until);
    }

    private PublicId account() {
        return sql.list(
                        "SELECT public_id FROM access_account WHERE id = ?",
                        row -> Sql.publicId(row, "public_id"),
                        head.accountId())
                .get(0);
    }

    private long person(String number) {
        return people.enter(
                        Actor.PORTAL,
                        List.of(new Identity("CCCD", number, "Lê Thị Lãnh Đạo", "1987-09-05", "FEMALE", "", "")))
                .get(0);
    }

    private void assertRefused(String code, @Nullable LocalDate day) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> bulks.prepare(head, filter(), CardAct.RENEW, WHY, day))
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }

    private CardFilter filter() {
        return new CardFilter("", three.get(0).organisation(), Optional.empty());
    }

    private PublicId prepared(Actor actor, LocalDate day) {
        return bulks.prepare(actor, filter(), CardAct.RENEW, WHY, day);
    }

    private CardBulks.Progress finished(PublicId bulk) {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        while (!bulks.progress(head, bulk).finished()) {
            assertThat(System.nanoTime()).as("still under way").isLessThan(latest);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return bulks.progress(head, bulk);
    }

    private List<EntryView> entries() {
        List<EntryView> all = new ArrayList<>(reading.ofList(officer, list, EntryFilter.ALL, 0, 100));
        all.sort(Comparator.comparing(EntryView::entryId));
        return all;
    }

    private EntryView entry(CardView card) {
        return entries().stream()
                .filter(entry -> entry.entryId() == card.entryId())
                .findFirst()
                .orElseThrow();
    }

    private CardView card(EntryView entry) {
        return cards.ofEntry(entry.entryId()).orElseThrow();
    }

    private CardView stored(CardView card) {
        return control.view(head, card.id());
    }

    private void approve(EntryView entry) {
        reviewing.decide(reviewer, entry.id(), entry.version(), Outcome.APPROVE, "", "", true);
    }
}
