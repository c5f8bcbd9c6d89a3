package vn.khanhhoa.thecovid.card.print;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import vn.khanhhoa.thecovid.platform.paper.Ink;
import vn.khanhhoa.thecovid.platform.paper.Pen;
import vn.khanhhoa.thecovid.platform.paper.TaggedPdf;
import vn.khanhhoa.thecovid.platform.paper.TextBox;
import vn.khanhhoa.thecovid.platform.paper.Typeface;

/**
 * The sheet at the door of a place that people scan with their own phones: A4, a code of 15 × 15 cm, words to be read from some
 * steps away, Vietnamese first and English below.
 *
 * @param language of the document
 */
public record Poster(Letterhead head, String place, String address, String code, LocalDate validTo, Locale language) {
    private static final double WIDTH = 210;
    private static final double HEIGHT = 297;
    private static final double MARGIN = 15;
    private static final double INNER = WIDTH - 2 * MARGIN;
    private static final double HEAD = 33;
    private static final double QR_SIDE = 150;
    private static final double QR_LEFT = (WIDTH - QR_SIDE) / 2;
    private static final double QR_TOP = 81;
    private static final double STEPS_TOP = 247;
    private static final double FOOT_TOP = 284;

    /** Does not close the stream. */
    public void write(OutputStream out) throws IOException {
        Wording words = Wording.in(language);
        TaggedPdf.write(words.say("poster.file", place), words.languageTag(), WIDTH, HEIGHT, out, pdf -> {
            pdf.page(WIDTH, HEIGHT);
            Pen pen = new Pen(pdf);
            pdf.part(TaggedPdf.PART, () -> draw(pen));
        });
    }

    private void draw(Pen pen) throws IOException {
        Wording vietnamese = Wording.in(Locale.forLanguageTag("vi"));
        Wording english = Wording.in(Locale.ENGLISH);
        pen.fill(Ink.ACCENT, 0, 0, WIDTH, HEAD);
        pen.content(
                TaggedPdf.TEXT,
                () -> TextBox.line(Typeface.REGULAR, head.issuer(), INNER, 13, 8)
                        .draw(pen, Ink.ON_ACCENT, MARGIN, 4));
        pen.content(
                TaggedPdf.TITLE,
                () -> TextBox.line(Typeface.BOLD, vietnamese.say("poster.title"), INNER, 40, 18)
                        .draw(pen, Ink.ON_ACCENT, MARGIN, 10));
        pen.content(
                TaggedPdf.TEXT,
                () -> TextBox.line(Typeface.REGULAR, english.say("poster.title"), INNER, 13, 8)
                        .draw(pen, Ink.ON_ACCENT, MARGIN, 26));
        pen.content(
                TaggedPdf.HEADING,
                () -> TextBox.fit(Typeface.BOLD, place, INNER, 22, 34, 14).draw(pen, Ink.TEXT, MARGIN, 36));
        QrCode.of(code, ErrorCorrectionLevel.Q)
                .draw(pen, Wording.in(language).say("poster.code", place), QR_LEFT, QR_TOP, QR_SIDE);
        List<Wording> both = List.of(vietnamese, english);
        double y = STEPS_TOP;
        for (Wording words : both) {
            double top = y;
            boolean first = words == vietnamese;
            TextBox steps = TextBox.fit(
                    first ? Typeface.BOLD : Typeface.REGULAR,
                    words.say("poster.steps"),
                    INNER,
                    first ? 20 : 13,
                    first ? 17 : 11,
                    8);
            pen.content(TaggedPdf.TEXT, () -> steps.draw(pen, Ink.TEXT, MARGIN, top));
            y += steps.height() + 2;
        }
        pen.line(Ink.RULE, 0.6, MARGIN, FOOT_TOP, WIDTH - MARGIN, FOOT_TOP);
        String until = vietnamese.say("poster.until", vietnamese.day(validTo));
        pen.content(
                TaggedPdf.TEXT,
                () -> TextBox.fit(Typeface.REGULAR, foot(until), INNER, 9, 9.5, 6)
                        .draw(pen, Ink.LABEL, MARGIN, FOOT_TOP + 1.5));
    }

    private String foot(String until) {
        return String.join(
                " · ",
                List.of(until, address, head.agency(), head.hotline()).stream()
                        .filter(part -> !part.isBlank())
                        .toList());
    }
}
