package vn.khanhhoa.thecovid.platform.paper;

import com.lowagie.text.Image;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfName;
import java.awt.Color;
import java.io.IOException;

/**
 * Draws on a page, or on a card that lies on it. Millimetres from the upper left corner, downwards; font sizes in points, both
 * as many times as large on paper as the pen enlarges. Texts and images belong to an element of the document's structure; lines and areas are
 * decoration, and stand outside of all.
 */
public final class Pen {
    public static final double POINTS_PER_MM = 72 / 25.4;

    private static final PdfName DECORATION = new PdfName("Artifact");

    private final TaggedPdf pdf;
    private final PdfContentByte page;
    private final double left;
    private final double top;
    private final double scale;

    public Pen(TaggedPdf pdf) {
        this(pdf, 0, 0, 1);
    }

    /** The card's corner, in millimetres from that of the page. */
    public Pen(TaggedPdf pdf, double left, double top, double scale) {
        this.pdf = pdf;
        this.page = pdf.canvas();
        this.left = points(left);
        this.top = pdf.height() - points(top);
        this.scale = scale;
    }

    public static double points(double mm) {
        return mm * POINTS_PER_MM;
    }

    public void part(PdfName role, TaggedPdf.Drawing parts) throws IOException {
        pdf.part(role, parts);
    }

    public void content(PdfName role, TaggedPdf.Drawing drawing) throws IOException {
        pdf.content(role, drawing);
    }

    public void headCell(TaggedPdf.HeadOf what, TaggedPdf.Drawing drawing) throws IOException {
        pdf.headCell(what, drawing);
    }

    /** What was said before and is drawn again for those who look. */
    void again(Runnable drawing) {
        page.beginMarkedContentSequence(DECORATION);
        drawing.run();
        page.endMarkedContentSequence();
    }

    /** {@code y} is the base line. */
    public void text(String text, Typeface typeface, double size, Color colour, double x, double y) {
        if (text.isEmpty()) {
            return;
        }
        page.beginText();
        page.setFontAndSize(typeface.font(), (float) (size * scale));
        page.setColorFill(colour);
        page.setTextMatrix(x(x), y(y));
        page.showText(text);
        page.endText();
    }

    public void textRight(String text, Typeface typeface, double size, Color colour, double right, double y) {
        text(text, typeface, size, colour, right - typeface.width(text, size) / POINTS_PER_MM, y);
    }

    public void fill(Color colour, double x, double y, double width, double height) {
        page.beginMarkedContentSequence(DECORATION);
        page.setColorFill(colour);
        page.rectangle(x(x), y(y + height), length(width), length(height));
        page.fill();
        page.endMarkedContentSequence();
    }

    public void line(Color colour, double thickness, double x1, double y1, double x2, double y2) {
        page.beginMarkedContentSequence(DECORATION);
        page.setColorStroke(colour);
        page.setLineWidth((float) thickness);
        page.moveTo(x(x1), y(y1));
        page.lineTo(x(x2), y(y2));
        page.stroke();
        page.endMarkedContentSequence();
    }

    /** What has one bit a pixel is painted in black. */
    public void image(Image image, String alternative, double x, double y, double width, double height)
            throws IOException {
        page.setColorFill(Color.BLACK);
        pdf.figure(alternative, () -> page.addImage(image, length(width), 0, 0, length(height), x(x), y(y + height)));
    }

    private float x(double mm) {
        return (float) (left + points(mm) * scale);
    }

    private float y(double mm) {
        return (float) (top - points(mm) * scale);
    }

    private float length(double mm) {
        return (float) (points(mm) * scale);
    }
}
