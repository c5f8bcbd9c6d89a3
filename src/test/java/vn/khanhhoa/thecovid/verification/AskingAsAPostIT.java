package vn.khanhhoa.thecovid.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.card.CardControl;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardState;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.TestEntries;

/** What a device is told of its post and, one by one, of cards. */
@InPortal
class AskingAsAPostIT {
    private static final Actor HEALTH_OFFICER = new Actor(1, "Đặng Thị Y Tế", Role.HEALTH_OFFICER, 0, 0);

    @Inject
    private PostSheets sheets;

    @Inject
    private PostLookups lookups;

    @Inject
    private PostPapers papers;

    @Inject
    private Posts posts;

    @Inject
    private Devices devices;

    @Inject
    private CardControl control;

    @Inject
    private CardQueries cards;

    @Inject
    private TestPosts some;

    @Inject
    private TestEntries entries;

    @Inject
    private Sql sql;

    @Inject
    private TestClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void the_sheet_says_what_the_post_is_what_counts_there_and_which_codes_there_are() {
        Actor head = some.head();
        PublicId post = posts.add(head, some.form(PostKind.MARKET, "Chợ Đầm"));
        String device = some.device(head, post);
        LocalDate today = LocalDate.now(clock);
        papers.add(head, post, false, "Phiếu đi chợ", "Shopping slip", today, null);
        papers.add(head, post, false, "Giấy cũ", "", today.minusDays(9), today.minusDays(1));

        JsonObject sheet = sheet(device);

        assertThat(sheet.getJsonObject("post").getString("id")).isEqualTo(post.toString());
        assertThat(sheet.getJsonObject("post").getBoolean("open")).isTrue();
        assertThat(sheet.getJsonObject("post").getJsonObject("area").getString("code"))
                .isEqualTo("22327");
        assertThat(sheet.getJsonArray("activities").getJsonObject(0).getString("code"))
                .isEqualTo("CHO");
        assertThat(sheet.getJsonObject("names").getJsonObject("VT_HANG").getString("en"))
                .isEqualTo("Driving goods vehicles, delivery");
        assertThat(sheet.getJsonArray("papers"))
                .singleElement()
                .satisfies(paper ->
                        assertThat(paper.asJsonObject().getString("en")).isEqualTo("Shopping slip"));
        assertThat(sheet.getJsonArray("codes").getJsonObject(0).getString("system"))
                .isEqualTo("CCCD");
        assertThat(sheet.getInt("staleAfterMinutes")).isEqualTo(60);

        posts.close(head, post, null);
        assertThat(sheet(device).getJsonObject("post").getBoolean("open")).isFalse();
        devices.move(head, some.devicesOf(head).get(0).id(), null);
        assertThat(sheets.sheet(device)).contains(new PostSheets.NoPost());
        devices.shutOut(head, some.devicesOf(head).get(0).id());
        assertThat(sheets.sheet(device)).isEmpty();
    }

    @Test
    void a_card_is_found_by_its_number_and_by_the_code_of_an_identity_card_and_the_look_is_on_record() {
        TestEntries.Entered entered = entries.approved();
        CardView card = cards.ofEntry(entered.entryId()).orElseThrow();
        String device = device();

        PostLookups.Found byNumber =
                found(lookups.byNumber(device, card.number().toString()));
        assertThat(byNumber.card().card().name()).isEqualTo(TestEntries.NAME);
        PostLookups.Found byCode = found(lookups.byCode(device, identityCard(entered, TestEntries.NAME, "05091987")));
        assertThat(byCode.card().card().cardId()).isEqualTo(card.cardId());
        assertThat(byCode.card().state()).isEqualTo(CardState.VALID);

        control.suspend(HEALTH_OFFICER, card.id(), 0, "chờ kết quả");
        assertThat(found(lookups.byNumber(device, card.number().toString()))
                        .card()
                        .state())
                .isEqualTo(CardState.SUSPENDED);
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM audit_record WHERE action = 'verification.card-found' AND subject_kind = 'card'"
                                + " AND subject_id = ?",
                        card.id().toString()))
                .isEqualTo(3);
    }

    @Test
    void a_code_whose_number_leads_to_somebody_else_shows_nothing_of_the_card() {
        TestEntries.Entered entered = entries.approved();
        CardView card = cards.ofEntry(entered.entryId()).orElseThrow();
        String device = device();

        for (String code : List.of(
                identityCard(entered, TestEntries.NAME, "05091988"),
                identityCard(entered, TestEntries.NAME, "06091987"),
                identityCard(entered, "Trần Văn Bình", "05091987"))) {
            assertThat(lookups.byCode(device, code)).as(code).contains(new PostLookups.SomebodyElse());
        }
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM audit_record WHERE action = 'verification.somebody-else' AND subject_id = ?",
                        card.id().toString()))
                .isEqualTo(3);
        for (String code : List.of(
                identityCard(entered, "NGUYEN HOANG PHUONG THAO", "05091987"),
                identityCard(entered, TestEntries.NAME, "09051987"),
                identityCard(entered, TestEntries.NAME, "00001987"))) {
            assertThat(found(lookups.byCode(device, code)).card().card().cardId())
                    .as(code)
                    .isEqualTo(card.cardId());
        }
    }

    @Test
    void somebody_who_is_held_looks_suspended_and_has_no_level() {
        CardView card = cards.ofEntry(entries.approved().entryId()).orElseThrow();
        String device = device();
        sql.update("UPDATE card_card SET level = 'HOLD' WHERE id = ?", card.cardId());

        PostLookups.Found held = found(lookups.byNumber(device, card.number().toString()));

        assertThat(held.card().state()).isEqualTo(CardState.SUSPENDED);
        assertThat(held.card().level()).isEmpty();
        sql.update("UPDATE card_card SET level = 'YELLOW' WHERE id = ?", card.cardId());
        assertThat(found(lookups.byNumber(device, card.number().toString()))
                        .card()
                        .level())
                .contains("YELLOW");
    }

    @Test
    void what_nobody_has_is_not_found_and_codes_of_others_lead_nowhere() {
        String device = device();

        for (String code : List.of(
                "056199000000|225000111|A|05091987|Nữ|B|01012021",
                "HC1:NCFOXN",
                "https://a.example/056199000000",
                "")) {
            assertThat(lookups.byCode(device, code)).contains(new PostLookups.Nothing());
        }
        assertThat(lookups.byNumber(device, "KH0")).contains(new PostLookups.Nothing());
        assertThat(lookups.byNumber("made-up", "KH0")).isEmpty();
    }

    @Test
    void more_than_a_check_shows_needs_a_reason_which_is_kept() {
        CardView card = cards.ofEntry(entries.approved().entryId()).orElseThrow();
        String device = device();
        String number = card.number().toString();

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> lookups.details(device, number, "vì 12345678 !"));
        PostLookups.Details details = (PostLookups.Details)
                lookups.details(device, number, "Nghi dùng thẻ của người khác").orElseThrow();

        assertThat(details.card().card().workplace()).isEqualTo("Nhà máy Vĩnh Hòa");
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM verification_look WHERE card_id = ? AND reason LIKE 'Nghi%'",
                        card.cardId()))
                .isEqualTo(1);
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM audit_record WHERE action = 'verification.details-shown' AND subject_id = ?"
                                + " AND details NOT LIKE '%Nghi%'",
                        card.id().toString()))
                .isEqualTo(1);
    }

    @Test
    void cards_cannot_be_tried_out() {
        String device = device();
        for (int look = 0; look < 60; look++) {
            assertThat(lookups.byNumber(device, "KH0")).contains(new PostLookups.Nothing());
        }

        assertThat(lookups.byNumber(device, "KH0").orElseThrow()).isInstanceOf(PostLookups.TooMany.class);
    }

    @Test
    void nor_by_many_devices_of_one_agency() {
        Actor head = some.head();
        PublicId post = some.post(head);
        for (int device = 0; device < 10; device++) {
            String secret = some.device(head, post);
            for (int look = 0; look < 60; look++) {
                lookups.byNumber(secret, "KH0");
            }
        }

        assertThat(lookups.byNumber(some.device(head, post), "KH0").orElseThrow())
                .isInstanceOf(PostLookups.TooMany.class);
        assertThat(lookups.byNumber(device(), "KH0")).as("another agency").contains(new PostLookups.Nothing());
    }

    private static String identityCard(TestEntries.Entered entered, String name, String birth) {
        return entered.documentNumber() + "|225000111|" + name + "|" + birth + "|Nữ|12 Trần Phú|01012021";
    }

    private String device() {
        Actor head = some.head();
        return some.device(head, some.post(head));
    }

    private static PostLookups.Found found(Optional<PostLookups.Outcome> outcome) {
        return (PostLookups.Found) outcome.orElseThrow();
    }

    /** The text within the signed bytes; how they are signed others verify. */
    private JsonObject sheet(String device) {
        PostSheets.Sheet sheet = (PostSheets.Sheet) sheets.sheet(device).orElseThrow();
        String bytes = new String(sheet.signed(), StandardCharsets.ISO_8859_1);
        int begin = bytes.indexOf("{\"post\"");
        String json = new String(bytes.substring(begin).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return Json.createReader(new StringReader(json.substring(0, json.lastIndexOf('}') + 1)))
                .readObject();
    }
}
