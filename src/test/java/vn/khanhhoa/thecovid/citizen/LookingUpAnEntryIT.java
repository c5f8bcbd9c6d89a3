package vn.khanhhoa.thecovid.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.card.CardControl;
import vn.khanhhoa.thecovid.card.CardPrinting;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardState;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.card.PrintOrder;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.review.Forwarding;
import vn.khanhhoa.thecovid.review.Reviewing;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.Correspondence;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestEntries;
import vn.khanhhoa.thecovid.stafflist.TestLists;

@InPortal
class LookingUpAnEntryIT {
    private static final Actor HEALTH_OFFICER = new Actor(7_301, "Đặng Thị Y Tế", Role.HEALTH_OFFICER, 0, 0);

    @Inject
    private StatusLookup lookup;

    @Inject
    private CardQueries cardQueries;

    @Inject
    private CardPrinting printing;

    @Inject
    private TestEntries entries;

    @Inject
    private TestLists lists;

    @Inject
    private Reviewing reviewing;

    @Inject
    private EntryReading reading;

    @Inject
    private Forwarding forwarding;

    @Inject
    private Correspondence correspondence;

    @Inject
    private Catalogue catalogue;

    @Inject
    private CardControl control;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private TestClock time;

    @Test
    void code_and_document_open_the_entry_however_they_are_typed() {
        TestEntries.Entered entered = entries.pending();
        String typed = " " + entered.code().toString().toLowerCase(Locale.ROOT).replace('-', ' ');

        assertThat(attempt(typed, " 0678 ")).isEqualTo(new StatusLookup.Opened(entered.entryId(), entered.code()));
    }

    @Test
    void wrong_answers_all_look_alike() {
        TestEntries.Entered entered = entries.pending();

        assertThat(attempt(entered.code().toString(), "0679")).isEqualTo(new StatusLookup.Refused());
        assertThat(attempt(entered.code().toString(), "")).isEqualTo(new StatusLookup.Refused());
        assertThat(attempt("00000000000000", "0678")).isEqualTo(new StatusLookup.Refused());
        assertThat(attempt("no code", "0678")).isEqualTo(new StatusLookup.Refused());
        assertThat(attempt("00000000000000", "")).isEqualTo(new StatusLookup.Refused());
    }

    @Test
    void ten_wrong_proofs_close_a_code_for_their_network_and_not_for_its_person() {
        TestEntries.Entered entered = entries.pending();
        String code = entered.code().toString();
        String attacker = PublicId.random().toString();
        for (int guess = 0; guess < 10; guess++) {
            assertThat(lookup.attempt(code, "000" + guess, attacker)).isEqualTo(new StatusLookup.Refused());
        }

        assertThat(lookup.attempt(code, TestEntries.LAST_FOUR, attacker)).isEqualTo(new StatusLookup.TooManyAttempts());
        assertThat(attempt(code, TestEntries.LAST_FOUR))
                .isEqualTo(new StatusLookup.Opened(entered.entryId(), entered.code()));
    }

    @Test
    void a_hundred_wrong_proofs_from_everywhere_close_a_code() {
        TestEntries.Entered entered = entries.pending();
        for (int guess = 0; guess < 100; guess++) {
            attempt(entered.code().toString(), "00%02d".formatted(guess));
        }

        assertThat(attempt(entered.code().toString(), TestEntries.LAST_FOUR))
                .isEqualTo(new StatusLookup.TooManyAttempts());
    }

    @Test
    void who_guesses_day_after_day_is_stopped_for_a_month_and_learns_nothing_more() {
        TestEntries.Entered entered = entries.pending();
        String code = entered.code().toString();
        try {
            for (int day = 0; day < 3; day++) {
                for (int guess = 0; guess < 100; guess++) {
                    assertThat(attempt(code, "%d0%02d".formatted(day, guess))).isEqualTo(new StatusLookup.Refused());
                }
                time.forward(Duration.ofDays(1).plusMinutes(1));
            }

            assertThat(attempt(code, TestEntries.LAST_FOUR)).isEqualTo(new StatusLookup.TooManyAttempts());
            assertThat(attempt(code, "0000")).isEqualTo(new StatusLookup.TooManyAttempts());
            time.forward(Duration.ofDays(28));
            assertThat(attempt(code, TestEntries.LAST_FOUR))
                    .isEqualTo(new StatusLookup.Opened(entered.entryId(), entered.code()));
        } finally {
            time.reset();
        }
    }

    @Test
    void the_right_proof_forgets_the_wrong_ones() {
        String code = entries.pending().code().toString();
        String home = PublicId.random().toString();
        for (int guess = 0; guess < 9; guess++) {
            lookup.attempt(code, "000" + guess, home);
        }
        lookup.attempt(code, TestEntries.LAST_FOUR, home);

        assertThat(lookup.attempt(code, "0000", home)).isEqualTo(new StatusLookup.Refused());
    }

    @Test
    void one_network_address_cannot_try_many_codes() {
        String address = PublicId.random().toString();
        for (int guess = 0; guess < 60; guess++) {
            lookup.attempt("no code", "0678", address);
        }

        assertThat(lookup.attempt(entries.pending().code().toString(), TestEntries.LAST_FOUR, address))
                .isEqualTo(new StatusLookup.TooManyAttempts());
    }

    @Test
    void a_returned_entry_shows_what_the_agency_wrote_and_no_card() {
        TestEntries.Entered entered = entries.pending();
        entries.returned(entered, "Thiếu biển số xe");

        EntryStatus status = lookup.status(entered.entryId(), Texts.VIETNAMESE);

        assertThat(status.state()).isEqualTo(EntryState.RETURNED);
        assertThat(status.reasonText()).isEqualTo("Thiếu biển số xe");
        assertThat(status.hasCardToPrint()).isFalse();
    }

    @Test
    void an_approved_entry_has_a_card_to_print() throws IOException {
        EntryStatus status = lookup.status(entries.approved().entryId(), Texts.VIETNAMESE);

        assertThat(status.hasCardToPrint()).isTrue();
        assertThat(status.activities()).contains("Lái xe chở hàng, giao hàng");
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        printing.print(
                PrintOrder.one(Texts.VIETNAMESE),
                List.of(Objects.requireNonNull(status.card())).iterator(),
                pdf);
        assertThat(pdf.toString(StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-")
                .contains("%%EOF");
    }

    @Test
    void of_a_card_that_does_not_hold_any_more_it_is_said_and_what_to_do_and_not_what_the_officer_wrote() {
        TestEntries.Entered entered = entries.approved();
        CardView card = cardQueries.ofEntry(entered.entryId()).orElseThrow();
        control.suspend(HEALTH_OFFICER, card.id(), card.version(), "chờ kết quả xét nghiệm");

        EntryStatus suspended = lookup.status(entered.entryId(), Texts.VIETNAMESE);

        assertThat(suspended.isStopped()).isTrue();
        assertThat(suspended.hasCardToPrint()).isFalse();
        assertThat(suspended.cardKey()).isEqualTo("suspended");
        control.revoke(HEALTH_OFFICER, card.id(), card.version() + 1, "cho mượn thẻ");
        EntryStatus revoked = lookup.status(entered.entryId(), Texts.VIETNAMESE);
        assertThat(revoked.isStopped()).isTrue();
        assertThat(revoked.cardKey()).isEqualTo("revoked");
        assertThat(Objects.requireNonNull(revoked.card()).validTo()).isEqualTo(card.validTo());
        for (Locale language : Texts.LANGUAGES) {
            assertThat(Texts.get(language, "citizen.card.revoked", revoked.whomToAsk()))
                    .contains(revoked.agency())
                    .doesNotContain("cho mượn");
        }
    }

    @Test
    void every_way_in_which_a_card_may_stand_has_its_sentence() {
        TestEntries.Entered entered = entries.approved();
        CardView card = cardQueries.ofEntry(entered.entryId()).orElseThrow();
        for (CardState state : CardState.values()) {
            for (String reason : List.of("", "held", "reopened", "left", "reversed", "amended", "key", "undone")) {
                sql.update(
                        "UPDATE card_card SET state = ?, state_reason = ?, valid_from = ?, valid_to = ? WHERE id = ?",
                        state == CardState.EXPIRED ? "VALID" : state.name(),
                        reason.isEmpty() ? "vì một việc khác" : Texts.get(Texts.VIETNAMESE, "card.reason." + reason),
                        card.validFrom().minusDays(state == CardState.EXPIRED ? 30 : 0),
                        state == CardState.EXPIRED ? card.validFrom().minusDays(9) : card.validTo(),
                        card.cardId());
                String key = lookup.status(entered.entryId(), Texts.VIETNAMESE).cardKey();
                assertThat(key.isEmpty()).isEqualTo(state == CardState.VALID);
                assertThat(Texts.LANGUAGES)
                        .allMatch(language -> key.isEmpty() || Texts.has(language, "citizen.card." + key));
            }
        }
        assertThat(lookup.status(entered.entryId(), Texts.VIETNAMESE).cardKey()).isEqualTo("expired");
    }

    @Test
    void a_person_sees_which_agencies_looked_and_when_and_not_who_it_was() {
        TestEntries.Entered entered = entries.pending();
        assertThat(lookup.looks(entered.entryId())).isEmpty();
        Actor reviewer = lists.member(entered.agencyId(), Role.REVIEWER, "Trần Văn Tò Mò");
        PublicId id = reading.ofPerson(entered.entryId()).orElseThrow().id();

        reviewing.look(reviewer, id);

        assertThat(lookup.looks(entered.entryId())).singleElement().satisfies(look -> {
            assertThat(look.agency())
                    .isEqualTo(
                            catalogue.agency(entered.agencyId()).orElseThrow().name());
            assertThat(look.at()).isCloseTo(clock.instant(), within(2, ChronoUnit.MINUTES));
            assertThat(look.key()).isEqualTo("citizen.looks.review.looked");
            assertThat(look.toString()).doesNotContain("Tò Mò");
        });
        assertThat(lookup.looks(entries.pending().entryId()))
                .as("somebody else's entry")
                .isEmpty();
    }

    @Test
    void the_police_to_whom_an_entry_was_passed_on_stand_behind_the_agency_that_had_it() {
        Actor officer = lists.factory();
        PublicId list = lists.submitted(officer, 1);
        EntryView entry = reading.ofList(officer, list, Optional.empty(), 0, 10).get(0);
        Actor first = lists.reviewer("SCT");
        Actor police = lists.reviewer("CAT");

        pass(first, entry, "CAT");
        reviewing.look(police, entry.id());

        assertThat(reading.forReview(police, entry.id()).agencyId()).isEqualTo(police.agencyId());
        assertTold(officer, list, entry, first);
        Actor third = lists.reviewer("SXD");
        pass(police, entry, "SXD");
        assertTold(officer, list, entry, third);
    }

    @Test
    void a_card_that_the_police_approved_names_the_agency_that_applicants_know_and_stays_with_the_police()
            throws IOException {
        Actor officer = lists.factory();
        EntryView entry = reading.ofList(officer, lists.submitted(officer, 1), Optional.empty(), 0, 1)
                .get(0);
        Actor first = lists.reviewer("SCT");
        Actor police = lists.head("CAT");
        pass(first, entry, "CAT");

        reviewing.decide(
                police, entry.id(), reading.forReview(police, entry.id()).version(), Outcome.APPROVE, "", "", true);

        CardView card = cardQueries.ofEntry(entry.entryId()).orElseThrow();
        assertThat(card.toldAgencyId()).isEqualTo(first.agencyId());
        assertThat(card.agencyId()).isEqualTo(police.agencyId());
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        printing.print(PrintOrder.one(Texts.VIETNAMESE), List.of(card).iterator(), printed);
        try (PdfReader pdf = new PdfReader(printed.toByteArray())) {
            PdfTextExtractor pages = new PdfTextExtractor(pdf);
            String text = pages.getTextFromPage(1) + pages.getTextFromPage(2);
            assertThat(text).contains("Công Thương").doesNotContain("Công an");
        }
    }

    private void pass(Actor actor, EntryView entry, String to) {
        forwarding.forward(
                actor,
                entry.id(),
                reading.forReview(actor, entry.id()).version(),
                catalogue.agencyByCode(to, LocalDate.now(clock)).orElseThrow().publicId(),
                "Nghi giả mạo");
    }

    private void assertTold(Actor officer, PublicId list, EntryView entry, Actor agency) {
        String name = catalogue.agency(agency.agencyId()).orElseThrow().name();
        assertThat(lookup.status(entry.entryId(), Texts.VIETNAMESE).agency()).isEqualTo(name);
        assertThat(lookup.looks(entry.entryId()))
                .extracting(StatusLookup.AgencyLook::agency)
                .containsOnly(name);
        assertThat(reading.own(officer, entry.id()).toldAgencyId()).isEqualTo(agency.agencyId());
        assertThat(reading.parts(officer, list))
                .extracting(EntryReading.Part::agencyId)
                .containsExactly(agency.agencyId());
        assertThat(correspondence.addressees(Actor.PORTAL, List.of(entry.entryId())))
                .extracting(Correspondence.Addressee::agencyId)
                .containsExactly(agency.agencyId());
    }

    /** Each from an address of its own, so that only the code's limit counts. */
    private StatusLookup.Outcome attempt(String code, String proof) {
        return lookup.attempt(code, proof, PublicId.random().toString());
    }
}
