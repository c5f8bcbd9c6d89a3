package vn.khanhhoa.thecovid.card.print;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.paper.Ink;
import vn.khanhhoa.thecovid.platform.paper.Pen;
import vn.khanhhoa.thecovid.platform.paper.TaggedPdf;

/** Writes cards as PDF. Has no state; may be shared by threads. Does not close the streams it writes to. */
public final class CardPrinter {
    private static final int COLUMNS = 2;
    private static final int CARDS_ON_A_SHEET = 8;

    /**
     * @param language of the document; each card has its own
     * @param handOver whose cards these are, on a sheet behind them on which people sign that they got theirs; none without one
     */
    public record Order(CardFormat format, Locale language, Optional<String> handOver) {
        public static Order of(CardFormat format, Locale language) {
            return new Order(format, language, Optional.empty());
        }
    }

    /**
     * Takes the cards one by one as it writes, so that neither they nor the PDF are ever in memory as a whole; of each, name
     * and number stay for the hand-over.
     *
     * @throws IllegalArgumentException without a single card
     */
    public void print(Order order, Iterator<CardFace> cards, OutputStream out) throws IOException {
        print(order, cards, order.format()::code, out);
    }

    void print(Order order, Iterator<CardFace> cards, Function<CardFace, QrCode> codes, OutputStream out)
            throws IOException {
        if (!cards.hasNext()) {
            throw new IllegalArgumentException("no cards to print");
        }
        Wording words = Wording.in(order.language());
        HandOver handOver =
                order.handOver().map(whose -> new HandOver(words, whose)).orElse(null);
        CardFace first = cards.next();
        String title =
                cards.hasNext() || handOver != null ? words.say("file.cards") : words.say("file.card", first.number());
        TaggedPdf.write(
                title,
                words.languageTag(),
                order.format().width(),
                order.format().height(),
                out,
                pdf -> {
                    Run run = new Run(pdf, order.format(), codes, handOver);
                    run.add(first);
                    while (cards.hasNext()) {
                        run.add(cards.next());
                    }
                    if (handOver != null) {
                        handOver.draw(pdf);
                    }
                });
    }

    /** The pages of one document, card after card. */
    private static final class Run {
        private final TaggedPdf pdf;
        private final CardFormat format;
        private final Function<CardFace, QrCode> codes;
        private final @Nullable HandOver handOver;
        private int done;

        Run(TaggedPdf pdf, CardFormat format, Function<CardFace, QrCode> codes, @Nullable HandOver handOver) {
            this.pdf = pdf;
            this.format = format;
            this.codes = codes;
            this.handOver = handOver;
        }

        void add(CardFace face) throws IOException {
            QrCode code = codes.apply(face);
            switch (format) {
                case A6 -> a6(face, code, 1);
                case LARGE -> a6(face, code, 2);
                case BANK -> bank(face, code);
                case SHEET -> a7(face, code);
            }
            done++;
            if (handOver != null) {
                handOver.add(face);
            }
        }

        private void a6(CardFace face, QrCode code, double scale) throws IOException {
            page();
            pdf.part(TaggedPdf.PART, () -> {
                new A6Card(face, code).draw(new Pen(pdf, 0, 0, scale));
                page();
                new A6Back(face).draw(new Pen(pdf, 0, 0, scale));
            });
        }

        private void bank(CardFace face, QrCode code) throws IOException {
            BankCard card = new BankCard(face, code);
            page();
            pdf.part(TaggedPdf.PART, () -> {
                card.draw(new Pen(pdf));
                page();
                card.drawBack(new Pen(pdf));
            });
        }

        private void page() throws IOException {
            pdf.page(format.width(), format.height());
        }

        private void a7(CardFace face, QrCode code) throws IOException {
            int place = done % CARDS_ON_A_SHEET;
            if (place == 0) {
                page();
                cutMarks(new Pen(pdf));
            }
            double left = place % COLUMNS * A7Card.WIDTH;
            double down = Math.floorDiv(place, COLUMNS) * A7Card.HEIGHT;
            pdf.part(TaggedPdf.PART, () -> new A7Card(face, code).draw(new Pen(pdf, left, down, 1)));
        }
    }

    /** Where the cards meet: short ticks at the edges of the sheet, crosses inside it. */
    private static void cutMarks(Pen sheet) {
        double arm = 3;
        for (int row = 0; row <= CARDS_ON_A_SHEET / COLUMNS; row++) {
            double y = row * A7Card.HEIGHT;
            sheet.line(Ink.CUT, 0.3, A7Card.WIDTH, y - arm, A7Card.WIDTH, y + arm);
            for (int column = 0; column <= COLUMNS; column++) {
                sheet.line(Ink.CUT, 0.3, column * A7Card.WIDTH - arm, y, column * A7Card.WIDTH + arm, y);
            }
        }
    }
}
