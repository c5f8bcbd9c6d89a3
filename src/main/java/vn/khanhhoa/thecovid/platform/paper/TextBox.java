package vn.khanhhoa.thecovid.platform.paper;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * One text in a rectangle of fixed size: as large as it fits, on as many lines as it needs. What does not fit at the
 * smallest size is cut with an ellipsis. Width and height in millimetres, sizes in points.
 */
public record TextBox(Typeface typeface, double size, List<String> lines) {
    private static final double LEADING = 1.2;
    private static final double STEP = 0.5;
    /** Height of the tallest letters, marks included, over the base line. */
    private static final double ASCENT = 0.95;
    /** Of small letters. */
    private static final double MIDDLE = 0.68;

    private static final double THINNER = 16;

    public static TextBox fit(Typeface typeface, String text, double width, double height, double max, double min) {
        String printable = typeface.printable(text);
        double points = Pen.points(width);
        for (double size = max; size >= min; size -= STEP) {
            List<String> lines = typeface.wrap(printable, size, points);
            boolean whole = size == min || typeface.breaksOnlyAtSpaces(printable, size, points);
            if (whole && Pen.points(height) >= heightOf(lines.size(), size)) {
                return new TextBox(typeface, size, lines);
            }
        }
        List<String> all = typeface.wrap(printable, min, points);
        int room = Math.max(1, (int) (Pen.points(height) / (min * LEADING)));
        if (all.size() <= room) {
            return new TextBox(typeface, min, all);
        }
        List<String> lines = new ArrayList<>(all.subList(0, room));
        lines.set(room - 1, typeface.cut(String.join(" ", all.subList(room - 1, all.size())), min, points));
        return new TextBox(typeface, min, lines);
    }

    /** The same on a single line. */
    public static TextBox line(Typeface typeface, String text, double width, double max, double min) {
        String printable = typeface.printable(text);
        double size = max;
        while (size > min && typeface.width(printable, size) > Pen.points(width)) {
            size -= STEP;
        }
        return new TextBox(typeface, size, List.of(typeface.cut(printable, size, Pen.points(width))));
    }

    /** {@code y} is the upper edge. Answers with the lower one. */
    public double draw(Pen pen, Color colour, double x, double y) {
        double line = y + size * ASCENT / Pen.POINTS_PER_MM;
        for (String text : Typeface.spaced(lines)) {
            pen.text(text, typeface, size, colour, x, line);
            line += size * LEADING / Pen.POINTS_PER_MM;
        }
        return y + height();
    }

    /** The same, with each line in the middle of a width. */
    void drawCentred(Pen pen, Color colour, double x, double y, double width) {
        double line = y + size * ASCENT / Pen.POINTS_PER_MM;
        for (String text : Typeface.spaced(lines)) {
            double left = x + (width - typeface.width(text.strip(), size) / Pen.POINTS_PER_MM) / 2;
            pen.text(text, typeface, size, colour, left, line);
            line += size * LEADING / Pen.POINTS_PER_MM;
        }
    }

    /** Draws a line through each line of what was drawn there. */
    void strike(Pen pen, Color colour, double x, double y) {
        double line = y + size * MIDDLE / Pen.POINTS_PER_MM;
        for (String text : lines) {
            pen.line(colour, size / THINNER, x, line, x + typeface.width(text, size) / Pen.POINTS_PER_MM, line);
            line += size * LEADING / Pen.POINTS_PER_MM;
        }
    }

    /** In millimetres, as is the width of the first line. */
    public double height() {
        return heightOf(lines.size(), size) / Pen.POINTS_PER_MM;
    }

    public double width() {
        return typeface.width(lines.get(0), size) / Pen.POINTS_PER_MM;
    }

    /** Only the first line; {@code y} is its base line. More of the same element follows. */
    public void drawLeft(Pen pen, Color colour, double left, double y) {
        pen.text(lines.get(0) + " ", typeface, size, colour, left, y);
    }

    /** Only the first line, ending at {@code right}; {@code y} is its base line. */
    public void drawRight(Pen pen, Color colour, double right, double y) {
        pen.textRight(lines.get(0), typeface, size, colour, right, y);
    }

    private static double heightOf(int lines, double size) {
        return lines * size * LEADING;
    }
}
