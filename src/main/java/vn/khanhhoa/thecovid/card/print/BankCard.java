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

/** The card of plastic (ISO/IEC 7810 ID-1): who and until when beside a QR code of 4 cm, on the back where and for what. */
final class BankCard {
    static final double WIDTH = 85.6;
    static final double HEIGHT = 53.98;

    private static final double MARGIN = 3.5;
    private static final double QR_SIDE = 40;
    private static final double QR_TOP = HEIGHT - MARGIN - QR_SIDE;
    private static final double ASIDE = MARGIN + QR_SIDE + 3.5;
    private static final double ASIDE_WIDTH = WIDTH - MARGIN - ASIDE;
    private static final double INNER = WIDTH - 2 * MARGIN;
    private static final double HEAD_LINE = 5.9;
    private static final double NAME_HEIGHT = 12;
    private static final double BACK_NOTE = 13;
    private static final Style FACTS = new Style(false, 5.5, 8.5, 7, 6, 0.9);
    private static final Style PLACE = new Style(true, 0, 7.5, 7.5, 4.5, 0.5);

    private final CardFace face;
    private final QrCode code;
    private final Wording words;

    BankCard(CardFace face, QrCode code) {
        this.face = face;
        this.code = code;
        this.words = Wording.in(face.language());
    }

    void draw(Pen pen) throws IOException {
        Letterhead head = face.head();
        pen.content(TaggedPdf.TITLE, () -> {
            TextBox title = TextBox.line(Typeface.BOLD, words.title(head), INNER * 0.5, 9.5, 5);
            title.drawLeft(pen, Ink.ACCENT, MARGIN, HEAD_LINE);
            TextBox.line(Typeface.BOLD, face.kind(), INNER - title.width() - 3, 8, 5)
                    .drawRight(pen, Ink.TEXT, WIDTH - MARGIN, HEAD_LINE);
        });
        pen.content(
                TaggedPdf.TEXT,
                () -> TextBox.fit(Typeface.BOLD, face.fullName(), ASIDE_WIDTH, NAME_HEIGHT, 11, 6)
                        .draw(pen, Ink.TEXT, ASIDE, QR_TOP - 0.8));
        code.draw(pen, words.say("code", face.number()), MARGIN, QR_TOP, QR_SIDE);
        FieldStack.fit(
                        List.of(
                                Field.of(words.say("number"), face.number()),
                                Field.of(
                                        words.say("validity"),
                                        words.day(face.validFrom()) + " – " + words.day(face.validTo())),
                                Field.of(words.say("birth-year"), Integer.toString(face.birthYear())),
                                Field.of(words.say("document"), words.masked(face.idTail()))),
                        FACTS,
                        ASIDE_WIDTH,
                        QR_SIDE - NAME_HEIGHT)
                .draw(pen, ASIDE, QR_TOP + NAME_HEIGHT);
    }

    void drawBack(Pen pen) throws IOException {
        Letterhead head = face.head();
        double left = MARGIN;
        if (head.emblem() != null) {
            left += head.emblem().draw(pen, words.say("emblem"), MARGIN, 2.5, 14, 6) + 1.5;
        }
        double from = left;
        String issuer = Typeface.REGULAR.printable(head.issuer()).toUpperCase(Locale.ROOT);
        pen.content(
                TaggedPdf.TEXT,
                () -> TextBox.line(Typeface.REGULAR, issuer, WIDTH - MARGIN - from, 6.5, 4.5)
                        .draw(pen, Ink.LABEL, from, 4));
        FieldStack.fit(
                        List.of(
                                Field.of(words.say("organisation"), face.organisation()),
                                Field.of(words.say("workplace"), face.workplace()),
                                new Field(words.say("activities"), face.activities()),
                                new Field(words.say("conditions"), face.conditions()),
                                Field.of(words.say("agency"), head.agency()),
                                Field.of(words.say("hotline"), head.hotline())),
                        PLACE,
                        INNER,
                        HEIGHT - BACK_NOTE - 11)
                .draw(pen, MARGIN, 10);
        double line = HEIGHT - BACK_NOTE;
        pen.line(Ink.RULE, 0.5, MARGIN, line, WIDTH - MARGIN, line);
        pen.content(
                TaggedPdf.TEXT,
                () -> TextBox.fit(
                                Typeface.REGULAR,
                                words.say("back.use.person") + " " + words.say("level"),
                                INNER,
                                BACK_NOTE - 4,
                                6,
                                4.5)
                        .draw(pen, Ink.LABEL, MARGIN, line + 1));
    }
}
