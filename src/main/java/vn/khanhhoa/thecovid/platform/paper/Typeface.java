package vn.khanhhoa.thecovid.platform.paper;

import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One weight of the embedded font, and how wide its lines are. Sizes and widths in points. */
public final class Typeface {
    public static final Typeface REGULAR = new Typeface("NotoSans-Regular.ttf");
    public static final Typeface BOLD = new Typeface("NotoSans-Bold.ttf");

    private static final String ELLIPSIS = "…";

    private final BaseFont font;

    private Typeface(String file) {
        try (InputStream in = Typeface.class.getResourceAsStream("/fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("font missing: " + file);
            }
            font = BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, in.readAllBytes(), null);
            font.setIncludeCidSet(false);
            font.setCompressionLevel(PdfStream.BEST_SPEED); // a fifth of the time of a small document is its fonts
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    BaseFont font() {
        return font;
    }

    public double width(String text, double size) {
        return font.getWidthPoint(text, (float) size);
    }

    /** NFC, with a question mark for every letter that the font does not have. */
    public String printable(String text) {
        String nfc = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (nfc.codePoints().allMatch(font::charExists)) {
            return nfc;
        }
        StringBuilder known = new StringBuilder();
        nfc.codePoints().forEach(letter -> known.appendCodePoint(font.charExists(letter) ? letter : '?'));
        return known.toString();
    }

    /** Breaks at spaces; a word wider than a line is broken where the line ends. */
    public List<String> wrap(String text, double size, double width) {
        return wrap(text, size, width, 0);
    }

    /** The same, with the first line beginning further in. */
    public List<String> wrap(String text, double size, double width, double indent) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" +", -1)) {
            double room = lines.isEmpty() ? width - indent : width;
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= room) {
                line = longer;
                continue;
            }
            if (!line.isEmpty() || width(word, size) <= width) {
                lines.add(line);
            }
            line = word;
            while (width(line, size) > width && line.length() > 1) {
                int end = fitting(line, size, width);
                lines.add(line.substring(0, end));
                line = line.substring(end);
            }
        }
        lines.add(line);
        return lines;
    }

    /** Lines of one text as they are read out: with the space that the end of a line stands for. */
    public static List<String> spaced(List<String> lines) {
        List<String> spaced = new ArrayList<>(lines);
        spaced.subList(0, Math.max(0, lines.size() - 1)).replaceAll(line -> line + " ");
        return spaced;
    }

    /** Whether no word is wider than the line. */
    public boolean breaksOnlyAtSpaces(String text, double size, double width) {
        return Arrays.stream(text.split(" +", -1)).allMatch(word -> width(word, size) <= width);
    }

    /** On one line, with an ellipsis if it had to be cut. */
    public String cut(String text, double size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end).strip() + ELLIPSIS, size) > width) {
            end--;
        }
        return text.substring(0, end).strip() + ELLIPSIS;
    }

    private int fitting(String word, double size, double width) {
        int end = 1;
        while (end < word.length() && width(word.substring(0, end + 1), size) <= width) {
            end++;
        }
        return end;
    }
}
