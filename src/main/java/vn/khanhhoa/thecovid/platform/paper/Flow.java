package vn.khanhhoa.thecovid.platform.paper;

import com.lowagie.text.pdf.PdfName;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Texts and tables on A4, one below the other, over as many pages as they take. Streamed, row by row. */
public final class Flow {
    static final double WIDTH = 210;
    static final double HEIGHT = 297;
    static final double MARGIN = 18;
    static final double INNER = WIDTH - 2 * MARGIN;
    static final double BOTTOM = HEIGHT - MARGIN;
    static final double SMALLEST = 6;

    private static final double AFTER_TEXT = 0.8;

    /** Where a text stands. Who signs does it in the half on the right. */
    public enum Place {
        LEFT,
        CENTRE,
        SIGNATURE
    }

    /** @param role in the structure of the document @param size in points */
    public record Style(PdfName role, Typeface typeface, double size, Place place) {}

    public interface Content {
        void into(Flow flow) throws IOException;
    }

    public interface Rows {
        void into(Table table) throws IOException;
    }

    private final TaggedPdf pdf;
    private Pen pen;
    private double y = MARGIN;

    private Flow(TaggedPdf pdf) throws IOException {
        this.pdf = pdf;
        pdf.page(WIDTH, HEIGHT);
        this.pen = new Pen(pdf);
    }

    /** Does not close the stream. */
    public static void write(String title, Locale language, OutputStream out, Content content) throws IOException {
        TaggedPdf.write(title, language.toLanguageTag(), WIDTH, HEIGHT, out, pdf -> content.into(new Flow(pdf)));
    }

    public void text(Style style, String text) throws IOException {
        boolean aside = style.place() == Place.SIGNATURE;
        double left = aside ? WIDTH / 2 : MARGIN;
        double width = aside ? INNER / 2 : INNER;
        TextBox box = TextBox.fit(style.typeface(), text, width, BOTTOM - MARGIN, style.size(), SMALLEST);
        room(box.height());
        double top = y;
        pen.content(style.role(), () -> {
            if (style.place() == Place.LEFT) {
                box.draw(pen, Ink.TEXT, left, top);
            } else {
                box.drawCentred(pen, Ink.TEXT, left, top, width);
            }
        });
        y += box.height() + AFTER_TEXT;
    }

    /** In millimetres. */
    public void gap(double height) {
        y += height;
    }

    /** What follows and is this high stands on one page. */
    public void room(double height) throws IOException {
        if (!hasRoom(height) && y > MARGIN) {
            pdf.page(WIDTH, HEIGHT);
            pen = new Pen(pdf);
            y = MARGIN;
        }
    }

    boolean hasRoom(double height) {
        return y + height <= BOTTOM;
    }

    /** @param widths of the columns, as they compare */
    public void table(Table.Style style, Rows rows, double... widths) throws IOException {
        pdf.part(TaggedPdf.TABLE, () -> rows.into(new Table(this, style, widths)));
    }

    Pen pen() {
        return pen;
    }

    double y() {
        return y;
    }
}
