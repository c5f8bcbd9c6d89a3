package vn.khanhhoa.thecovid.card.print;

import com.lowagie.text.Image;
import com.lowagie.text.pdf.PdfContentByte;
import java.awt.Color;

/**
 * Draws on one card. Millimetres from the card's upper left corner, downwards; font sizes in points. All that reaches a
 * page goes through here, text apart from decoration, so that marks for assistive technology have one place.
 */
final class Pen {
    static final double POINTS_PER_MM = 72 / 25.4;

    private final PdfContentByte page;
    private final double left;
    private final double top;

    /** The corner is measured as PDF does: in points from the lower left of the page. */
    Pen(PdfContentByte page, double left, double top) {
        this.page = page;
        this.left = left;
        this.top = top;
    }

    static double points(double mm) {
        return mm * POINTS_PER_MM;
    }

    /** {@code y} is the base line. */
    void text(String text, Typeface typeface, double size, Color colour, double x, double y) {
        if (text.isEmpty()) {
            return;
        }
        page.beginText();
        page.setFontAndSize(typeface.font(), (float) size);
        page.setColorFill(colour);
        page.setTextMatrix(x(x), y(y));
        page.showText(text);
        page.endText();
    }

    void textRight(String text, Typeface typeface, double size, Color colour, double right, double y) {
        text(text, typeface, size, colour, right - typeface.width(text, size) / POINTS_PER_MM, y);
    }

    void fill(Color colour, double x, double y, double width, double height) {
        page.setColorFill(colour);
        page.rectangle(x(x), y(y + height), length(width), length(height));
        page.fill();
    }

    void line(Color colour, double thickness, double x1, double y1, double x2, double y2) {
        page.setColorStroke(colour);
        page.setLineWidth((float) thickness);
        page.moveTo(x(x1), y(y1));
        page.lineTo(x(x2), y(y2));
        page.stroke();
    }

    void image(Image image, double x, double y, double side) {
        page.addImage(image, length(side), 0, 0, length(side), x(x), y(y + side));
    }

    private float x(double mm) {
        return (float) (left + points(mm));
    }

    private float y(double mm) {
        return (float) (top - points(mm));
    }

    private static float length(double mm) {
        return (float) points(mm);
    }
}
