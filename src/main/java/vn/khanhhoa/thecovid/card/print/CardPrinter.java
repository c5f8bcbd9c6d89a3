package vn.khanhhoa.thecovid.card.print;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.ExceptionConverter;
import com.lowagie.text.PageSize;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfBoolean;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Function;

/** Writes cards as PDF. Has no state; may be shared by threads. Does not close the streams it writes to. */
public final class CardPrinter {
    private static final int COLUMNS = 2;
    private static final int CARDS_ON_A_SHEET = 8;

    /** One A6 card, the back as its second page. */
    public void a6(CardFace face, OutputStream out) throws IOException {
        Wording words = Wording.in(face.language());
        Rectangle size = new Rectangle((float) Pen.points(A6Card.WIDTH), (float) Pen.points(A6Card.HEIGHT));
        write(size, words, words.say("file.card", face.number()), out, (document, page) -> {
            new A6Card(face, QrCode.of(face.token())).draw(new Pen(page, 0, size.getHeight()));
            document.newPage();
            new A6Back(face).draw(new Pen(page, 0, size.getHeight()));
        });
    }

    /**
     * A4 sheets of eight A7 cards with cut marks. Takes the cards one by one as it writes, so that neither they nor the
     * PDF are ever in memory as a whole.
     *
     * @param language of the document; each card has its own
     * @throws IllegalArgumentException without a single card
     */
    public void a4Sheets(Iterable<CardFace> faces, Locale language, OutputStream out) throws IOException {
        a4Sheets(faces, face -> QrCode.of(face.token()), language, out);
    }

    void a4Sheets(Iterable<CardFace> faces, Function<CardFace, QrCode> codes, Locale language, OutputStream out)
            throws IOException {
        Iterator<CardFace> cards = faces.iterator();
        if (!cards.hasNext()) {
            throw new IllegalArgumentException("no cards to print");
        }
        Wording words = Wording.in(language);
        write(PageSize.A4, words, words.say("file.sheet"), out, (document, page) -> {
            while (cards.hasNext()) {
                document.newPage();
                cutMarks(page);
                for (int place = 0; place < CARDS_ON_A_SHEET && cards.hasNext(); place++) {
                    CardFace face = cards.next();
                    double left = place % COLUMNS * A7Card.WIDTH;
                    double down = Math.floorDiv(place, COLUMNS) * A7Card.HEIGHT;
                    new A7Card(face, codes.apply(face))
                            .draw(new Pen(page, Pen.points(left), PageSize.A4.getHeight() - Pen.points(down)));
                }
            }
        });
    }

    private interface Drawing {
        void on(Document document, PdfContentByte page) throws IOException;
    }

    private static void write(Rectangle size, Wording words, String title, OutputStream out, Drawing drawing)
            throws IOException {
        try (Document document = new Document(size, 0, 0, 0, 0)) {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            writer.setCloseStream(false);
            writer.setPageEmpty(false);
            writer.getExtraCatalog().put(PdfName.LANG, new PdfString(words.languageTag()));
            writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
            document.addTitle(title);
            document.open();
            drawing.on(document, writer.getDirectContent());
        } catch (ExceptionConverter wrapped) {
            if (wrapped.getException() instanceof IOException broken) {
                throw broken;
            }
            throw wrapped;
        } catch (DocumentException broken) {
            throw new IOException(broken);
        }
    }

    /** Where the cards meet: short ticks at the edges of the sheet, crosses inside it. */
    private static void cutMarks(PdfContentByte page) {
        Pen sheet = new Pen(page, 0, PageSize.A4.getHeight());
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
