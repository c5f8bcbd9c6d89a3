package vn.khanhhoa.thecovid.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.TestEntries;

@InPortal
class PrintingStacksIT {
    private static final Actor OFFICER = new Actor(7_201, "Đặng Thị Y Tế", Role.HEALTH_OFFICER, 0, 0);

    @Inject
    private CardStacks stacks;

    @Inject
    private CardControl control;

    @Inject
    private CardPrinting printing;

    @Inject
    private CardQueries cards;

    @Inject
    private TestEntries entries;

    @Inject
    private Sql sql;

    private String group = "";
    private List<CardView> three = List.of();

    /** Of a residential group whose name no other test's begins with. */
    @BeforeEach
    void three_cards_of_which_one_is_suspended() {
        group = "Tổ dân phố " + PublicId.random();
        three = Stream.generate(
                        () -> cards.ofEntry(entries.approved().entryId()).orElseThrow())
                .limit(3)
                .toList();
        three.forEach(card -> sql.update("UPDATE card_card SET organisation = ? WHERE id = ?", group, card.cardId()));
        control.suspend(OFFICER, three.get(2).id(), 0, "chờ kết quả");
    }

    private CardFilter filter() {
        return new CardFilter("", group, Optional.empty());
    }

    private static Actor head(long agency) {
        return new Actor(7_202, "Trần Thị Lãnh Đạo", Role.APPROVER, 0, agency);
    }

    @Test
    void a_stack_has_what_can_be_used_of_what_was_searched_for_and_a_sheet_to_sign() throws IOException {
        assertThat(stacks.all(OFFICER, filter())).containsExactly(CardStacks.Stack.WHOLE);
        Iterator<CardView> taken =
                stacks.take(OFFICER, filter(), CardStacks.Stack.WHOLE).orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        printing.print(PrintOrder.many(Texts.VIETNAMESE).chosen("a6", "en").handedOver(group), taken, out);

        try (PdfReader pdf = new PdfReader(out.toByteArray())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2 * 2 + 1);
            PdfTextExtractor pages = new PdfTextExtractor(pdf);
            assertThat(pages.getTextFromPage(1))
                    .contains("COVID CARD", three.get(0).number().toString());
            assertThat(pages.getTextFromPage(5))
                    .contains(
                            group,
                            three.get(0).number().toString(),
                            three.get(1).number().toString())
                    .doesNotContain(three.get(2).number().toString());
        }
    }

    @Test
    void a_head_prints_the_cards_of_their_own_agency_alone() {
        Actor own = head(three.get(0).agencyId());
        Actor other = head(three.get(0).agencyId() + 1_000);

        assertThat(stacks.all(own, filter())).hasSize(1);
        assertThat(stacks.all(other, filter())).isEmpty();
        assertThat(stacks.take(other, filter(), CardStacks.Stack.WHOLE)).isEmpty();
        for (Role role : List.of(Role.REVIEWER, Role.ORGANISATION_OFFICER, Role.ADMINISTRATOR)) {
            Actor nobody = new Actor(7_203, "Người khác", role, 1, three.get(0).agencyId());
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> stacks.take(nobody, filter(), CardStacks.Stack.WHOLE));
        }
    }

    @Test
    void who_took_a_stack_is_on_the_trail() {
        long before = printed();
        stacks.take(OFFICER, filter(), CardStacks.Stack.WHOLE);
        assertThat(printed()).isEqualTo(before + 1);
    }

    @Test
    void a_stack_keeps_its_cards_when_those_of_an_earlier_one_end_meanwhile() {
        List<CardStacks.Stack> two = stacks.all(OFFICER, filter(), 1);
        assertThat(two).hasSize(2);
        assertThat(two.stream().map(stack -> CardStacks.Stack.of(stack.text())).toList())
                .isEqualTo(two);
        assertThat(ids(two.get(0))).containsExactly(three.get(0).id());

        control.revoke(OFFICER, three.get(0).id(), 0, "cho mượn thẻ");

        assertThat(ids(two.get(1))).containsExactly(three.get(1).id());
        assertThat(stacks.take(OFFICER, filter(), two.get(0))).isEmpty();
    }

    @Test
    void where_there_are_no_cards_there_is_no_stack() {
        CardFilter none = new CardFilter("", group + " x", Optional.empty());
        assertThat(stacks.all(OFFICER, none)).isEmpty();
        assertThat(stacks.take(OFFICER, none, CardStacks.Stack.WHOLE)).isEmpty();
        assertThat(stacks.take(
                        OFFICER,
                        filter(),
                        new CardStacks.Stack(Optional.of(three.get(2).id()), Optional.empty())))
                .as("behind the last")
                .isEmpty();
    }

    private List<PublicId> ids(CardStacks.Stack stack) {
        List<PublicId> ids = new ArrayList<>();
        stacks.take(OFFICER, filter(), stack).orElseThrow().forEachRemaining(card -> ids.add(card.id()));
        return ids;
    }

    private long printed() {
        return sql.number(
                "SELECT COUNT(*) FROM audit_record WHERE action = 'card.printed' AND actor_id = ?",
                OFFICER.accountId());
    }
}
