package vn.khanhhoa.thecovid.card.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.khanhhoa.thecovid.platform.paper.Ink;
import vn.khanhhoa.thecovid.platform.paper.Pen;
import vn.khanhhoa.thecovid.platform.paper.TaggedPdf;
import vn.khanhhoa.thecovid.platform.paper.Typeface;

/**
 * Labels with their values, one below the other, in a rectangle of fixed size. All values have one size, the largest at
 * which everything fits; values of one field stand on lines of their own as long as there is room, then behind one
 * another; at last the longest field loses its end to an ellipsis.
 */
final class FieldStack {
    /** Empty values are left out, and a field without values too. */
    record Field(String label, List<String> values) {
        static Field of(String label, String value) {
            return new Field(label, List.of(value));
        }
    }

    /**
     * Sizes in points; {@code gap} between fields in millimetres. An inline label stands on the first line of its value
     * and as large as it.
     */
    record Style(boolean inline, double labelSize, double largest, double comfortable, double smallest, double gap) {}

    private record Block(String label, List<String> lines) {}

    private static final double LEADING = 1.2;
    private static final double ASCENT = 0.95;
    private static final double STEP = 0.5;
    private static final String SEPARATOR = " · ";

    private final Style style;
    private final double size;
    private final List<Block> blocks;

    private FieldStack(Style style, double size, List<Block> blocks) {
        this.style = style;
        this.size = size;
        this.blocks = blocks;
    }

    static FieldStack fit(List<Field> fields, Style style, double width, double height) {
        List<Field> separate = fields.stream()
                .map(field -> new Field(field.label(), printable(field.values())))
                .filter(field -> !field.values().isEmpty())
                .toList();
        List<Field> joined = separate.stream()
                .map(field -> Field.of(field.label(), String.join(SEPARATOR, field.values())))
                .toList();
        for (double size = style.largest(); size >= style.comfortable(); size -= STEP) {
            FieldStack stack = wrapped(separate, style, size, width);
            if (!style.inline() && stack.height() <= height && unbroken(separate, size, width)) {
                return stack;
            }
        }
        for (double size = style.largest(); size > style.smallest(); size -= STEP) {
            FieldStack stack = wrapped(joined, style, size, width);
            if (stack.height() <= height && unbroken(joined, size, width)) {
                return stack;
            }
        }
        FieldStack smallest = wrapped(joined, style, style.smallest(), width);
        while (smallest.height() > height && smallest.cutLongest(width)) {
            // one line less each time
        }
        return smallest;
    }

    /** {@code y} is the upper edge. */
    void draw(Pen pen, double x, double y) throws IOException {
        double at = y;
        for (Block block : blocks) {
            double top = at;
            pen.content(TaggedPdf.TEXT, () -> draw(pen, block, x, top));
            at += labelHeight() + block.lines().size() * lineHeight() + style.gap();
        }
    }

    private void draw(Pen pen, Block block, double x, double y) {
        double labelLine = style.inline() ? size * ASCENT / Pen.POINTS_PER_MM : labelHeight() * 0.8;
        pen.text(block.label() + " ", Typeface.REGULAR, labelSize(), Ink.LABEL, x, y + labelLine);
        double indent = style.inline() ? indent(block.label(), size) / Pen.POINTS_PER_MM : 0;
        double line = y + labelHeight() + size * ASCENT / Pen.POINTS_PER_MM;
        for (String text : Typeface.spaced(block.lines())) {
            pen.text(text, Typeface.BOLD, size, Ink.TEXT, x + indent, line);
            line += lineHeight();
            indent = 0;
        }
    }

    double height() {
        int lines = blocks.stream().mapToInt(block -> block.lines().size()).sum();
        return lines * lineHeight() + blocks.size() * labelHeight() + Math.max(0, blocks.size() - 1) * style.gap();
    }

    private double labelSize() {
        return style.inline() ? size : style.labelSize();
    }

    private static double indent(String label, double size) {
        return Typeface.REGULAR.width(label + "  ", size);
    }

    private double labelHeight() {
        return style.inline() ? 0 : labelSize() * LEADING / Pen.POINTS_PER_MM;
    }

    private double lineHeight() {
        return size * LEADING / Pen.POINTS_PER_MM;
    }

    private boolean cutLongest(double width) {
        Block longest = blocks.get(0);
        for (Block block : blocks) {
            longest = block.lines().size() > longest.lines().size() ? block : longest;
        }
        List<String> lines = longest.lines();
        int last = lines.size() - 1;
        if (last < 1) {
            return false;
        }
        String end = lines.get(last - 1) + " " + lines.remove(last);
        lines.set(last - 1, Typeface.BOLD.cut(end, size, Pen.points(width)));
        return true;
    }

    private static FieldStack wrapped(List<Field> fields, Style style, double size, double width) {
        List<Block> blocks = new ArrayList<>();
        for (Field field : fields) {
            List<String> lines = new ArrayList<>();
            double indent = style.inline() ? indent(field.label(), size) : 0;
            field.values().forEach(value -> lines.addAll(Typeface.BOLD.wrap(value, size, Pen.points(width), indent)));
            blocks.add(new Block(field.label(), lines));
        }
        return new FieldStack(style, size, blocks);
    }

    private static boolean unbroken(List<Field> fields, double size, double width) {
        return fields.stream()
                .flatMap(field -> field.values().stream())
                .allMatch(value -> Typeface.BOLD.breaksOnlyAtSpaces(value, size, Pen.points(width)));
    }

    private static List<String> printable(List<String> values) {
        return values.stream()
                .map(Typeface.BOLD::printable)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
