package vn.khanhhoa.thecovid.card.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.card.print.FieldStack.Field;
import vn.khanhhoa.thecovid.card.print.FieldStack.Style;
import vn.khanhhoa.thecovid.platform.paper.Pen;
import vn.khanhhoa.thecovid.platform.paper.TextBox;
import vn.khanhhoa.thecovid.platform.paper.Typeface;

/** Whatever is to be printed stays in its rectangle. */
class FittingTextTest {
    private static final double TOLERANCE = 1e-6;
    private static final Style LABELS_ABOVE = new Style(false, 7, 11, 8, 6, 1);
    private static final Style LABELS_INLINE = new Style(true, 0, 8, 8, 5, 0.5);

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("aĂễỘnghWi  .,-–Ữ•")
                .ofMaxLength(300)
                .edgeCases(edges -> edges.add("W".repeat(300), " ", "Ễ ".repeat(100)));
    }

    @Property(tries = 300)
    void a_text_stays_within_its_box(
            @ForAll("texts") String text,
            @ForAll @DoubleRange(min = 15, max = 90) double width,
            @ForAll @DoubleRange(min = 4, max = 20) double height) {
        TextBox box = TextBox.fit(Typeface.BOLD, text, width, height, 19, 6);
        assertThat(box.lines())
                .allSatisfy(line -> assertThat(Typeface.BOLD.width(line, box.size()))
                        .isLessThanOrEqualTo(Pen.points(width) + TOLERANCE));
        assertThat(box.lines().size() * box.size() * 1.2).isLessThanOrEqualTo(Pen.points(height) + TOLERANCE);
    }

    @Property(tries = 300)
    void a_single_line_stays_within_its_width(
            @ForAll("texts") String text, @ForAll @DoubleRange(min = 5, max = 90) double width) {
        TextBox box = TextBox.line(Typeface.BOLD, text, width, 13, 6);
        assertThat(box.lines()).hasSize(1);
        assertThat(Typeface.BOLD.width(box.lines().get(0), box.size()))
                .isLessThanOrEqualTo(Pen.points(width) + TOLERANCE);
    }

    @Property(tries = 200)
    void a_stack_of_fields_stays_within_its_height(
            @ForAll("texts") String one, @ForAll("texts") String two, @ForAll("texts") String three) {
        List<Field> fields = List.of(
                Field.of("Đơn vị", one),
                Field.of("Nơi làm việc", two),
                new Field("Hoạt động", List.of(three, one, two)));
        assertThat(FieldStack.fit(fields, LABELS_ABOVE, 40, 30).height()).isLessThanOrEqualTo(30 + TOLERANCE);
        assertThat(FieldStack.fit(fields, LABELS_INLINE, 40, 18).height()).isLessThanOrEqualTo(18 + TOLERANCE);
    }

    @Test
    void short_names_are_as_large_as_allowed_and_long_ones_smaller() {
        assertThat(TextBox.fit(Typeface.BOLD, "An", 90, 10, 19, 8).size()).isEqualTo(19);
        assertThat(TextBox.fit(Typeface.BOLD, "Nguyễn Thị ".repeat(8), 90, 10, 19, 8)
                        .size())
                .isBetween(8.0, 12.0);
    }

    @Test
    void what_is_left_out_is_marked() {
        assertThat(TextBox.fit(Typeface.BOLD, "một hai ba ".repeat(50), 30, 5, 12, 8)
                        .lines())
                .last()
                .asString()
                .endsWith("…");
    }

    @Test
    void words_are_broken_only_where_a_line_cannot_hold_them() {
        List<String> lines = Typeface.BOLD.wrap("An " + "W".repeat(30) + " Bình", 10, 100);
        assertThat(lines.get(0)).isEqualTo("An");
        assertThat(String.join("", lines)).contains("W".repeat(30));
    }

    @Test
    void a_field_without_values_takes_no_room() {
        Field empty = new Field("Nơi làm việc", Collections.nCopies(3, " "));
        assertThat(FieldStack.fit(List.of(empty), LABELS_ABOVE, 40, 30).height())
                .isZero();
    }
}
