package vn.khanhhoa.thecovid.card.print;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.paper.Ink;
import vn.khanhhoa.thecovid.platform.paper.Pen;
import vn.khanhhoa.thecovid.platform.paper.TaggedPdf;
import vn.khanhhoa.thecovid.platform.paper.TextBox;
import vn.khanhhoa.thecovid.platform.paper.Typeface;

/** What the holder may and must do, how wrong data are put right, and what is done with the data. */
final class A6Back {
    private static final double MARGIN = 9;
    private static final double INNER = A6Card.WIDTH - 2 * MARGIN;
    private static final double BOTTOM = A6Card.HEIGHT - 16;
    private static final double LARGEST = 9;
    private static final double SMALLEST = 6;
    private static final double TITLE = 1.25;
    private static final double LEADING = 1.3;
    private static final double INDENT = 3;
    private static final double AFTER_PARAGRAPH = 1;
    private static final double AFTER_SECTION = 3;

    private record Section(String title, List<String> paragraphs) {}

    private final CardFace face;
    private final Wording words;
    private final List<Section> sections;

    A6Back(CardFace face) {
        this.face = face;
        this.words = Wording.in(face.language());
        this.sections = List.of(
                section("back.use", "back.use.person", "back.use.limits", "back.use.level", "back.use.copy"),
                section("back.mend", "back.mend.data", "back.mend.lost"),
                section("back.privacy", "back.privacy.code", "back.privacy.use", "back.privacy.rights"));
    }

    void draw(Pen pen) throws IOException {
        double size = LARGEST;
        while (size > SMALLEST && run(size, null) > BOTTOM) {
            size -= 0.5;
        }
        run(size, pen);
        pen.line(Ink.RULE, 0.6, MARGIN, A6Card.HEIGHT - 13, A6Card.WIDTH - MARGIN, A6Card.HEIGHT - 13);
        String foot = words.say("back.foot", face.number(), face.head().agency());
        pen.content(
                TaggedPdf.TEXT,
                () -> TextBox.fit(Typeface.REGULAR, foot, INNER, 6, 7.5, 5)
                        .draw(pen, Ink.LABEL, MARGIN, A6Card.HEIGHT - 11.5));
    }

    /** Draws, or only measures where there is no pen; answers with the lower edge. */
    private double run(double size, @Nullable Pen pen) throws IOException {
        double y = MARGIN;
        for (Section section : sections) {
            y += size * TITLE / Pen.POINTS_PER_MM;
            double base = y;
            if (pen != null) {
                pen.content(
                        TaggedPdf.HEADING,
                        () -> pen.text(section.title(), Typeface.BOLD, size * TITLE, Ink.ACCENT, MARGIN, base));
            }
            y += AFTER_PARAGRAPH + 0.6;
            double first = y;
            if (pen != null) {
                pen.part(TaggedPdf.LIST, () -> paragraphs(section, size, first, pen));
            }
            for (String paragraph : section.paragraphs()) {
                y += height(lines(paragraph, size), size);
            }
            y += AFTER_SECTION;
        }
        return y - AFTER_SECTION;
    }

    private static void paragraphs(Section section, double size, double top, Pen pen) throws IOException {
        double y = top;
        for (String paragraph : section.paragraphs()) {
            List<String> lines = lines(paragraph, size);
            double first = y;
            pen.part(TaggedPdf.ITEM, () -> {
                pen.content(
                        TaggedPdf.ITEM_SIGN,
                        () -> pen.text("•", Typeface.REGULAR, size, Ink.TEXT, MARGIN, first + leading(size)));
                pen.content(TaggedPdf.ITEM_TEXT, () -> {
                    double line = first;
                    for (String text : lines) {
                        line += leading(size);
                        pen.text(text, Typeface.REGULAR, size, Ink.TEXT, MARGIN + INDENT, line);
                    }
                });
            });
            y += height(lines, size);
        }
    }

    private static List<String> lines(String paragraph, double size) {
        return Typeface.spaced(Typeface.REGULAR.wrap(paragraph, size, Pen.points(INNER - INDENT)));
    }

    private static double height(List<String> lines, double size) {
        return lines.size() * leading(size) + AFTER_PARAGRAPH;
    }

    private static double leading(double size) {
        return size * LEADING / Pen.POINTS_PER_MM;
    }

    private Section section(String title, String... paragraphs) {
        return new Section(
                words.say(title),
                List.of(paragraphs).stream()
                        .map(key -> Typeface.REGULAR.printable(words.say(key, whomToCall())))
                        .toList());
    }

    private String whomToCall() {
        return face.head().hotline().isEmpty()
                ? words.say("back.agency")
                : face.head().hotline();
    }
}
