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
 * The card as one carries and shows it, upright as a phone: head, name, the QR code beside what is checked first, then
 * where and for what. The QR code's quiet zone lies outside its 5 cm.
 */
final class A6Card {
    static final double WIDTH = 105;
    static final double HEIGHT = 148;

    private static final double MARGIN = 7;
    private static final double INNER = WIDTH - 2 * MARGIN;
    private static final double HEAD = 19;
    private static final double NAME_TOP = 23.5;
    private static final double QR_TOP = 38.5;
    private static final double QR_SIDE = 50;
    private static final double ASIDE = 61.5;
    private static final double PLACE_TOP = 94;
    private static final double FOOT_TOP = 132.8;
    private static final Style FACTS = new Style(false, 7, 12, 8, 7, 2.4);
    private static final Style PLACE = new Style(false, 7, 10.5, 7.5, 6, 1.6);

    private final CardFace face;
    private final QrCode code;
    private final Wording words;

    A6Card(CardFace face, QrCode code) {
        this.face = face;
        this.code = code;
        this.words = Wording.in(face.language());
    }

    void draw(Pen pen) throws IOException {
        head(pen);
        pen.content(TaggedPdf.TEXT, () -> {
            pen.text(words.say("name") + " ", Typeface.REGULAR, 7, Ink.LABEL, MARGIN, NAME_TOP + 2);
            TextBox.fit(Typeface.BOLD, face.fullName(), INNER, 10.5, 19, 8).draw(pen, Ink.TEXT, MARGIN, NAME_TOP + 3.2);
        });
        code.draw(pen, words.say("code", face.number()), MARGIN, QR_TOP, QR_SIDE);
        facts().draw(pen, ASIDE, QR_TOP - 0.6);
        pen.line(Ink.RULE, 0.6, MARGIN, PLACE_TOP - 2, WIDTH - MARGIN, PLACE_TOP - 2);
        place().draw(pen, MARGIN, PLACE_TOP);
        foot(pen);
    }

    private void head(Pen pen) throws IOException {
        pen.fill(Ink.ACCENT, 0, 0, WIDTH, HEAD);
        Letterhead head = face.head();
        double left = MARGIN;
        if (head.emblem() != null) {
            left += head.emblem().draw(pen, words.say("emblem"), MARGIN, 2.5, 20, HEAD - 5) + 2.5;
        }
        double from = left;
        double inner = WIDTH - MARGIN - from;
        String issuer = Typeface.REGULAR.printable(head.issuer()).toUpperCase(Locale.ROOT);
        pen.content(
                TaggedPdf.TEXT,
                () -> TextBox.line(Typeface.REGULAR, issuer, inner, 8, 5).draw(pen, Ink.ON_ACCENT, from, 3.4));
        pen.content(TaggedPdf.TITLE, () -> {
            TextBox title = TextBox.line(Typeface.BOLD, words.title(head), inner * 0.62, 19, 8);
            double width = title.width();
            title.drawLeft(pen, Ink.ON_ACCENT, from, 14.6);
            TextBox.line(Typeface.BOLD, face.kind(), inner - width - 4, 13, 6)
                    .drawRight(pen, Ink.ON_ACCENT, WIDTH - MARGIN, 14.6);
        });
    }

    private FieldStack facts() {
        return FieldStack.fit(
                List.of(
                        Field.of(words.say("from"), words.day(face.validFrom())),
                        Field.of(words.say("to"), words.day(face.validTo())),
                        Field.of(words.say("birth-year"), Integer.toString(face.birthYear())),
                        Field.of(words.say("document"), words.masked(face.idTail())),
                        Field.of(words.say("number"), face.number())),
                FACTS,
                WIDTH - MARGIN - ASIDE,
                QR_SIDE + 3);
    }

    private FieldStack place() {
        return FieldStack.fit(
                List.of(
                        Field.of(words.say("organisation"), face.organisation()),
                        Field.of(words.say("workplace"), face.workplace()),
                        new Field(words.say("activities"), face.activities()),
                        new Field(words.say("conditions"), face.conditions())),
                PLACE,
                INNER,
                FOOT_TOP - PLACE_TOP - 2.5);
    }

    private void foot(Pen pen) throws IOException {
        pen.line(Ink.RULE, 0.6, MARGIN, FOOT_TOP, WIDTH - MARGIN, FOOT_TOP);
        String hotline = face.head().hotline();
        double number = Typeface.BOLD.width(hotline, 10) / Pen.POINTS_PER_MM;
        double label = Typeface.REGULAR.width(words.say("hotline"), 7) / Pen.POINTS_PER_MM;
        double right = hotline.isEmpty() ? 0 : Math.max(number, label);
        pen.content(TaggedPdf.TEXT, () -> {
            pen.text(words.say("agency") + " ", Typeface.REGULAR, 7, Ink.LABEL, MARGIN, FOOT_TOP + 3.4);
            TextBox.fit(Typeface.BOLD, face.head().agency(), INNER - right - (right > 0 ? 5 : 0), 5.2, 9, 5.5)
                    .draw(pen, Ink.TEXT, MARGIN, FOOT_TOP + 4.1);
        });
        if (right > 0) {
            pen.content(TaggedPdf.TEXT, () -> {
                double left = WIDTH - MARGIN - right;
                pen.text(words.say("hotline") + " ", Typeface.REGULAR, 7, Ink.LABEL, left, FOOT_TOP + 3.4);
                pen.text(hotline, Typeface.BOLD, 10, Ink.TEXT, left, FOOT_TOP + 7.6);
            });
        }
        pen.content(
                TaggedPdf.TEXT,
                () -> TextBox.fit(Typeface.REGULAR, words.say("level"), INNER, 3, 7, 5.5)
                        .draw(pen, Ink.LABEL, MARGIN, FOOT_TOP + 9.8));
    }
}
