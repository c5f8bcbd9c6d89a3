package vn.khanhhoa.thecovid.intake;

import java.io.IOException;
import java.io.Reader;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * The rows of the tables of a page, as tolerant of its tags as browsers are and in memory that does not grow with it: no
 * tree is built. A tag or reference that never ends is text.
 */
final class PageRows {
    /** Takes a row of a table, by the order in which tables begin, and says whether it wants more. */
    interface Taker {
        boolean test(int table, RawRow row);
    }

    private static final int LONGEST_TAG = 1 << 16;
    private static final int LONGEST_REFERENCE = 12;
    private static final int DEEPEST = 64;
    private static final int EOF = -1;

    private final Reader in;
    private final char[] buffer = new char[1 << 13];
    private int position;
    private int limit;

    private final boolean decomposed;
    private final ReadingLimits limits;
    private final Taker taker;
    private final RawRow row;
    private final StringBuilder tag = new StringBuilder();
    private final StringBuilder cell = new StringBuilder();
    private final int[] open = new int[DEEPEST];
    private final int[] rowsOf = new int[DEEPEST];
    /** For each column how many rows below are still covered by a cell that reaches down. */
    private final int[] covered;

    private int depth;
    private int tables;
    private int column;
    private int across;
    private int down;
    private boolean inRow;
    private boolean inCell;
    private boolean cut;
    private boolean enough;

    PageRows(Reader in, boolean decomposed, ReadingLimits limits, Taker taker) {
        this.in = in;
        this.decomposed = decomposed;
        this.limits = limits;
        this.taker = taker;
        this.row = new RawRow(limits.columns());
        this.covered = new int[limits.columns()];
    }

    void read() throws IOException {
        for (int c = next(); c != EOF && !enough; c = next()) {
            if (c == '<') {
                readTag();
            } else if (c == '&') {
                append(reference());
            } else {
                append((char) c);
            }
        }
        if (!enough) {
            endRow();
        }
    }

    private int next() throws IOException {
        if (position == limit) {
            position = 0;
            limit = in.read(buffer, 0, buffer.length);
            if (limit <= 0) {
                limit = 0;
                return EOF;
            }
        }
        return buffer[position++];
    }

    private void append(String text) {
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i));
        }
    }

    private void append(char c) {
        if (!inCell) {
            return;
        }
        if (cell.length() <= limits.cellLength()) {
            cell.append(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
        } else {
            cut = true;
        }
    }

    private String reference() throws IOException {
        StringBuilder name = new StringBuilder();
        while (name.length() < LONGEST_REFERENCE) {
            int c = next();
            if (c == ';') {
                return PageReferences.character(name.toString());
            }
            if (c == EOF || !(Character.isLetterOrDigit(c) || c == '#')) {
                if (c != EOF) {
                    position--;
                }
                break;
            }
            name.append((char) c);
        }
        return "&" + name;
    }

    private void readTag() throws IOException {
        tag.setLength(0);
        int quote = 0;
        for (int c = next(); c != '>' || quote != 0; c = next()) {
            if (c == EOF || tag.length() == LONGEST_TAG) {
                return;
            }
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '"' || c == '\'') && !tag.isEmpty() && tag.charAt(tag.length() - 1) == '=') {
                quote = c;
            }
            tag.append((char) c);
            if (tag.length() == 3 && tag.charAt(0) == '!' && tag.charAt(1) == '-' && tag.charAt(2) == '-') {
                passUntil("-->");
                return;
            }
        }
        String name = name();
        switch (name) {
            case "script", "style", "xml", "title" -> passUntil("</" + name);
            case "table" -> beginTable();
            case "/table" -> endTable();
            case "tr" -> beginRow();
            case "/tr" -> endRow();
            case "td", "th" -> beginCell();
            case "/td", "/th" -> endCell();
            case "br", "/p", "/div" -> append(' ');
            default -> {
                // Says how things look.
            }
        }
    }

    private String name() {
        int end = 0;
        while (end < tag.length()
                && (Character.isLetterOrDigit(tag.charAt(end)) || (end == 0 && tag.charAt(0) == '/'))) {
            end++;
        }
        return tag.substring(0, Math.min(end, LONGEST_REFERENCE)).toLowerCase(Locale.ROOT);
    }

    private void passUntil(String end) throws IOException {
        int matched = 0;
        while (matched < end.length()) {
            int c = next();
            if (c == EOF) {
                return;
            }
            if (Character.toLowerCase((char) c) == end.charAt(matched)) {
                matched++;
            } else if (!(c == '-' && matched == 2 && end.charAt(0) == '-')) {
                matched = c == end.charAt(0) ? 1 : 0;
            }
        }
    }

    /** What is around an inner table is for looks. */
    private void beginTable() {
        inRow = false;
        inCell = false;
        if (depth == DEEPEST) {
            throw new Refusal(UnreadableCode.TOO_MUCH_INSIDE);
        }
        open[depth] = tables++;
        rowsOf[depth++] = 0;
        Arrays.fill(covered, 0);
    }

    private void endTable() {
        endRow();
        depth = Math.max(0, depth - 1);
        Arrays.fill(covered, 0);
    }

    private void beginRow() {
        endRow();
        if (depth == 0) {
            return;
        }
        row.begin(++rowsOf[depth - 1], isHidden());
        inRow = true;
        column = 0;
    }

    private void endRow() {
        endCell();
        if (!inRow) {
            return;
        }
        inRow = false;
        for (int i = column; i < covered.length; i++) {
            covered[i] = Math.max(0, covered[i] - 1);
        }
        enough = !taker.test(open[depth - 1], row);
    }

    private void beginCell() {
        endCell();
        if (!inRow) {
            return;
        }
        while (column < covered.length && covered[column] > 0) {
            covered[column++]--;
        }
        inCell = true;
        cut = false;
        cell.setLength(0);
        across = span("colspan", limits.columns());
        down = span("rowspan", LONGEST_TAG);
    }

    private void endCell() {
        if (!inCell) {
            return;
        }
        inCell = false;
        String text = decomposed ? Normalizer.normalize(cell, Normalizer.Form.NFC) : cell.toString();
        if (cut || text.length() > limits.cellLength()) {
            row.fault(column, ProblemCode.CELL_TOO_LONG);
            text = text.substring(0, Math.min(text.length(), limits.cellLength()));
        }
        row.set(column, text.strip());
        for (int i = 0; i < across; i++, column++) {
            if (column < covered.length) {
                covered[column] = down - 1;
            }
        }
    }

    private int span(String attribute, int most) {
        String digits = attribute(attribute);
        return CellText.isDigits(digits) && digits.length() < 6
                ? Math.min(most, Math.max(1, Integer.parseInt(digits)))
                : 1;
    }

    private boolean isHidden() {
        return attribute("style").replace(" ", "").contains("display:none");
    }

    /** In small letters; empty where the tag has no such attribute. */
    private String attribute(String name) {
        String text = tag.toString().toLowerCase(Locale.ROOT);
        int at = text.indexOf(' ' + name);
        int from = at < 0 ? -1 : text.indexOf('=', at);
        if (from < 0 || !text.substring(at, from).strip().equals(name)) {
            return "";
        }
        String value = text.substring(from + 1).stripLeading();
        if (value.isEmpty()) {
            return "";
        }
        char quote = value.charAt(0);
        boolean quoted = quote == '"' || quote == '\'';
        int end = value.indexOf(quoted ? quote : ' ', 1);
        return value.substring(quoted ? 1 : 0, end < 0 ? value.length() : end);
    }
}
