package vn.khanhhoa.thecovid.card.print;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import vn.khanhhoa.thecovid.card.print.FieldStack.Field;
import vn.khanhhoa.thecovid.card.print.FieldStack.Style;
import vn.khanhhoa.thecovid.platform.paper.Ink;
import vn.khanhhoa.thecovid.platform.paper.Pen;
import vn.khanhhoa.thecovid.platform.paper.TaggedPdf;
import vn.khanhhoa.thecovid.platform.paper.TextBox;
import vn.khanhhoa.thecovid.platform.paper.Typeface;

/**
 * The card for the wallet, lying: head and QR code on the left, all data in a column on the right. Front only. Nothing
 * but paper lies within 5 mm of its edges, where many printers cannot print.
 */
final class A7Card {
    static final double WIDTH = 105;
    static final double HEIGHT = 297.0 / 4;

    private static final double MARGIN = 5.5;
    private static final double QR_SIDE = 50;
    private static final double QR_TOP = HEIGHT - MARGIN - QR_SIDE;
    private static final double ASIDE = MARGIN + QR_SIDE + 4;
    private static final double ASIDE_WIDTH = WIDTH - MARGIN - ASIDE;
    private static final double BAR = 1;
    private static final double TOP = MARGIN + BAR + 1.2;
    private static final double NAME_HEIGHT = 10.6;
    private static final double MAIN_HEIGHT = 12.6;
    private static final double FOOT_TOP = HEIGHT - MARGIN - 9.4;
    private static final Style MAIN = new Style(false, 5.5, 10, 9, 7, 0.8);
    private static final Style REST = new Style(true, 0, 7.5, 7.5, 5, 0.5);

    private final CardFace face;
    private final QrCode code;
    private final Wording words;

    A7Card(CardFace face, QrCode code) {
        this.face = face;
        this.code = code;
        this.words = Wording.in(face.language());
    }

    void draw(Pen pen) throws IOException {
        head(pen);
        TextBox name = TextBox.fit(Typeface.BOLD, face.fullName(), ASIDE_WIDTH, NAME_HEIGHT, 12, 6.5);
        pen.content(TaggedPdf.TEXT, () -> name.draw(pen, Ink.TEXT, ASIDE, TOP));
        code.draw(pen, words.say("code", face.number()), MARGIN, QR_TOP, QR_SIDE);
        double y = TOP + name.height() + 0.8;
        FieldStack main = FieldStack.fit(main(), MAIN, ASIDE_WIDTH, MAIN_HEIGHT);
        main.draw(pen, ASIDE, y);
        y += main.height() + 1;
        FieldStack.fit(rest(), REST, ASIDE_WIDTH, FOOT_TOP - y - 0.5).draw(pen, ASIDE, y);
        foot(pen);
    }

    private void head(Pen pen) throws IOException {
        pen.fill(Ink.ACCENT, MARGIN, MARGIN, WIDTH - 2 * MARGIN, BAR);
        Letterhead head = face.head();
        double left = MARGIN;
        if (head.emblem() != null) {
            left += head.emblem().draw(pen, words.say("emblem"), MARGIN, TOP - 0.2, 12, 8.4) + 1.5;
        }
        double from = left;
        double inner = MARGIN + QR_SIDE - from;
        String issuer = Typeface.REGULAR.printable(head.issuer()).toUpperCase(Locale.ROOT);
        pen.content(TaggedPdf.TITLE, () -> {
            TextBox.line(Typeface.REGULAR, issuer, inner, 6, 4.5).draw(pen, Ink.LABEL, from, TOP - 0.7);
            TextBox title = TextBox.line(Typeface.BOLD, words.title(head), inner * 0.62, 12, 6);
            title.drawLeft(pen, Ink.ACCENT, from, TOP + 7.1);
            TextBox.line(Typeface.BOLD, face.kind(), inner - title.width() - 3, 9, 5)
                    .drawRight(pen, Ink.TEXT, MARGIN + QR_SIDE, TOP + 7.1);
        });
    }

    private List<Field> main() {
        return List.of(
                Field.of(words.say("number"), face.number()),
                Field.of(words.say("validity"), words.day(face.validFrom()) + " – " + words.day(face.validTo())));
    }

    private List<Field> rest() {
        return List.of(
                Field.of(words.say("birth-year"), Integer.toString(face.birthYear())),
                Field.of(words.say("document"), words.masked(face.idTail())),
                Field.of(words.say("organisation"), face.organisation()),
                Field.of(words.say("workplace"), face.workplace()),
                new Field(words.say("activities"), face.activities()),
                new Field(words.say("conditions"), face.conditions()));
    }

    private void foot(Pen pen) throws IOException {
        pen.line(Ink.RULE, 0.5, ASIDE, FOOT_TOP, WIDTH - MARGIN, FOOT_TOP);
        Letterhead head = face.head();
        pen.content(TaggedPdf.TEXT, () -> {
            double y = TextBox.fit(Typeface.REGULAR, words.say("agency") + ": " + head.agency(), ASIDE_WIDTH, 4.4, 6, 5)
                    .draw(pen, Ink.LABEL, ASIDE, FOOT_TOP + 0.4);
            if (!head.hotline().isEmpty()) {
                y = TextBox.line(Typeface.BOLD, words.say("hotline") + ": " + head.hotline(), ASIDE_WIDTH, 6.5, 4.5)
                        .draw(pen, Ink.TEXT, ASIDE, y);
            }
            TextBox.line(Typeface.REGULAR, words.say("level"), ASIDE_WIDTH, 5.5, 4.5)
                    .draw(pen, Ink.LABEL, ASIDE, y);
        });
    }
}
