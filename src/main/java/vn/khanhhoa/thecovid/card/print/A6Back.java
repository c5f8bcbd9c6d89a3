package vn.khanhhoa.thecovid.card.print;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

    void draw(Pen pen) {
        double size = LARGEST;
        while (size > SMALLEST && run(size, null) > BOTTOM) {
            size -= 0.5;
        }
        run(size, pen);
        pen.line(Ink.RULE, 0.6, MARGIN, A6Card.HEIGHT - 13, A6Card.WIDTH - MARGIN, A6Card.HEIGHT - 13);
        TextBox.fit(Typeface.REGULAR, words.say("back.foot", face.number(), face.agency()), INNER, 6, 7.5, 5)
                .draw(pen, Ink.LABEL, MARGIN, A6Card.HEIGHT - 11.5);
    }

    /** Draws, or only measures where there is no pen; answers with the lower edge. */
    private double run(double size, @Nullable Pen pen) {
        double y = MARGIN;
        for (Section section : sections) {
            y += size * TITLE / Pen.POINTS_PER_MM;
            write(pen, section.title(), Typeface.BOLD, size * TITLE, MARGIN, y);
            y += AFTER_PARAGRAPH + 0.6;
            for (String paragraph : section.paragraphs()) {
                boolean first = true;
                for (String line : Typeface.REGULAR.wrap(paragraph, size, Pen.points(INNER - INDENT))) {
                    y += size * LEADING / Pen.POINTS_PER_MM;
                    write(pen, first ? "•" : "", Typeface.REGULAR, size, MARGIN, y);
                    write(pen, line, Typeface.REGULAR, size, MARGIN + INDENT, y);
                    first = false;
                }
                y += AFTER_PARAGRAPH;
            }
            y += AFTER_SECTION;
        }
        return y - AFTER_SECTION;
    }

    private static void write(@Nullable Pen pen, String text, Typeface face, double size, double x, double y) {
        if (pen != null) {
            pen.text(text, face, size, face == Typeface.BOLD ? Ink.ACCENT : Ink.TEXT, x, y);
        }
    }

    private Section section(String title, String... paragraphs) {
        return new Section(
                words.say(title),
                List.of(paragraphs).stream()
                        .map(key -> Typeface.REGULAR.printable(words.say(key, whomToCall())))
                        .toList());
    }

    private String whomToCall() {
        return face.hotline().isEmpty() ? words.say("back.agency") : face.hotline();
    }
}
