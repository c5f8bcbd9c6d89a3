package vn.khanhhoa.thecovid.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.TestEntries;

@InPortal
class KeepingLetterheadsIT {
    private static final Actor ADMINISTRATOR = new Actor(7_301, "Lý Thị Quản Trị", Role.ADMINISTRATOR, 0, 0);
    private static final LetterheadForm OWN = new LetterheadForm(
            "Ủy ban nhân dân  tỉnh", "THẺ ĐI ĐƯỜNG", "TRAVEL CARD", "Sở thử nghiệm mẫu in", "0258 3822 000");

    @Inject
    private Letterheads letterheads;

    @Inject
    private CardPrinting printing;

    @Inject
    private CardQueries cards;

    @Inject
    private Catalogue catalogue;

    @Inject
    private TestEntries entries;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private Optional<CardView> card = Optional.empty();
    private String agency = "";

    @BeforeEach
    void a_card_of_an_agency() {
        card = cards.ofEntry(entries.approved().entryId());
        agency = catalogue
                .agency(card.orElseThrow().toldAgencyId())
                .orElseThrow()
                .code();
    }

    @AfterEach
    void nobody_else_s_cards_have_it() {
        sql.update("DELETE FROM card_letterhead WHERE saved_by = ?", ADMINISTRATOR.accountId());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String printed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        printing.print(
                PrintOrder.one(Texts.VIETNAMESE), List.of(card.orElseThrow()).iterator(), out);
        return text(out);
    }

    private String sample(String code) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        letterheads.sample(ADMINISTRATOR, code, Texts.VIETNAMESE, out);
        return text(out);
    }

    private static String text(ByteArrayOutputStream out) throws IOException {
        try (PdfReader pdf = new PdfReader(out.toByteArray())) {
            return new PdfTextExtractor(pdf).getTextFromPage(1);
        }
    }

    private void inForce(String code, LetterheadForm form, LocalDate from) {
        letterheads.save(
                ADMINISTRATOR, code, letterheads.view(ADMINISTRATOR, code).revision(), form, null);
        letterheads.putInForce(
                ADMINISTRATOR, code, letterheads.view(ADMINISTRATOR, code).revision(), from);
    }

    @Test
    void a_draft_is_on_the_sample_and_on_no_card() throws IOException {
        letterheads.save(ADMINISTRATOR, agency, -1, OWN, null);

        assertThat(sample(agency)).contains("THẺ ĐI ĐƯỜNG", "ỦY BAN NHÂN DÂN TỈNH", "Sở thử nghiệm", "0258 3822 000");
        assertThat(printed()).contains("THẺ COVID").doesNotContain("THẺ ĐI ĐƯỜNG");
    }

    @Test
    void from_its_day_on_it_is_on_every_card_of_the_agency_and_what_is_empty_is_as_it_was() throws IOException {
        inForce(agency, new LetterheadForm("", "THẺ ĐI ĐƯỜNG", "", "", "0258 3822 000"), today());
        assertThat(printed()).contains("THẺ ĐI ĐƯỜNG", "0258 3822 000", "TỈNH KHÁNH HÒA");

        inForce(agency, OWN, today().plusDays(3));
        assertThat(printed()).doesNotContain("Sở thử nghiệm");
        assertThat(letterheads.view(ADMINISTRATOR, agency).versions())
                .extracting(Letterheads.Version::validFrom)
                .containsExactly(today().plusDays(3), today());
    }

    @Test
    void an_agency_without_its_own_has_that_of_all() throws IOException {
        inForce("", new LetterheadForm("Ban Chỉ đạo tỉnh", "", "", "", ""), today());
        assertThat(printed()).contains("BAN CHỈ ĐẠO TỈNH");

        inForce(agency, new LetterheadForm("Sở của riêng mình", "", "", "", ""), today());
        assertThat(printed()).contains("SỞ CỦA RIÊNG MÌNH").doesNotContain("BAN CHỈ ĐẠO TỈNH");
    }

    @Test
    void an_emblem_stays_until_it_is_taken_away() throws IOException {
        letterheads.save(ADMINISTRATOR, agency, -1, OWN, png());
        Letterheads.View draft = letterheads.view(ADMINISTRATOR, agency);
        assertThat(draft.hasEmblem()).isTrue();
        letterheads.putInForce(ADMINISTRATOR, agency, draft.revision(), today());
        assertThat(printed()).contains("THẺ ĐI ĐƯỜNG");

        letterheads.save(ADMINISTRATOR, agency, -1, OWN, null);
        assertThat(letterheads.view(ADMINISTRATOR, agency).hasEmblem()).isTrue();
        letterheads.save(
                ADMINISTRATOR, agency, letterheads.view(ADMINISTRATOR, agency).revision(), OWN, new byte[0]);
        assertThat(letterheads.view(ADMINISTRATOR, agency).hasEmblem()).isFalse();
    }

    @Test
    void what_cannot_be_printed_is_refused_and_nothing_is_lost() {
        letterheads.save(ADMINISTRATOR, agency, -1, OWN, null);
        int revision = letterheads.view(ADMINISTRATOR, agency).revision();

        assertRefused(
                "card.letterhead-unprintable",
                () -> letterheads.save(
                        ADMINISTRATOR, agency, revision, new LetterheadForm("山 tỉnh", "", "", "", ""), null));
        assertRefused(
                "card.letterhead-emblem",
                () -> letterheads.save(
                        ADMINISTRATOR,
                        agency,
                        revision,
                        OWN,
                        "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)));
        assertRefused(
                "platform.changed-meanwhile", () -> letterheads.save(ADMINISTRATOR, agency, revision - 1, OWN, null));
        assertRefused(
                "card.letterhead-past",
                () -> letterheads.putInForce(ADMINISTRATOR, agency, revision, today().minusDays(1)));
        assertThat(letterheads.view(ADMINISTRATOR, agency).lines().issuer()).isEqualTo("Ủy ban nhân dân tỉnh");
        letterheads.discard(ADMINISTRATOR, agency, revision);
        assertThat(letterheads.view(ADMINISTRATOR, agency).isDraft()).isFalse();
    }

    @Test
    void it_is_for_administrators_and_for_agencies_that_there_are() {
        for (Role role : Role.values()) {
            if (role != Role.ADMINISTRATOR) {
                Actor other = new Actor(61, "Người khác", role, 3, 5);
                assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> letterheads.view(other, agency));
                assertThatExceptionOfType(RuleViolation.class)
                        .isThrownBy(() -> letterheads.save(other, agency, -1, OWN, null));
            }
        }
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> letterheads.view(ADMINISTRATOR, "KHONG-CO"));
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(act)
                .satisfies(rule -> assertThat(rule.code()).isEqualTo(code));
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", file);
        return file.toByteArray();
    }
}
