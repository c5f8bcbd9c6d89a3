package vn.khanhhoa.thecovid.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of cells as text. A cell style whose number format shows a date makes the number a day count, from 1900 with
 * its invented 29 February or from 1904 (ECMA-376 part 1, 18.8.30 and 18.17.4.1).
 */
final class CellFormats {
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final int INVENTED_DAY = 60;
    private static final int LAST_DAY = 2_958_465;
    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final int LONGEST_NUMBER = 40;
    private static final int GREATEST_EXPONENT = 20;
    private static final MathContext SHOWN_DIGITS = new MathContext(15);
    private static final int MOST_STYLES = 65_536;
    private static final int MOST_FONTS = 4_096;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2030;
    /** A format of fewer zeros than this is for numbers to count with. */
    private static final int FEWEST_ZEROS = 8;

    private static final int MOST_ZEROS = 20;

    private final BitSet dateStyles = new BitSet();
    private final Map<Integer, OldFont> fonts = new HashMap<>();
    private final Map<Integer, Integer> digits = new HashMap<>();
    private final boolean from1904;

    private CellFormats(boolean from1904) {
        this.from1904 = from1904;
    }

    static CellFormats none(boolean from1904) {
        return new CellFormats(from1904);
    }

    /** Styles in their order, for workbooks that do not keep them as XML. */
    static CellFormats of(List<Style> styles, boolean from1904) {
        CellFormats formats = new CellFormats(from1904);
        for (int i = 0; i < Math.min(styles.size(), MOST_STYLES); i++) {
            formats.add(i, styles.get(i));
        }
        return formats;
    }

    /** @param format number of the format; @param code its text, empty for the numbers that every spreadsheet knows */
    record Style(int format, String code, @Nullable OldFont font) {}

    private void add(int number, Style style) {
        boolean date = style.code().isEmpty() ? isBuiltInDate(style.format()) : showsDate(style.code());
        dateStyles.set(number, date);
        int zeros = zeros(style.code());
        if (zeros >= FEWEST_ZEROS && zeros <= MOST_ZEROS) {
            digits.put(number, zeros);
        }
        if (style.font() != null) {
            fonts.put(number, style.font());
        }
    }

    /** Zeros of a format that shows nothing else, as for numbers that are names; otherwise none. */
    private static int zeros(String code) {
        int zeros = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            zeros += c == '0' ? 1 : 0;
            if (c != '0' && " -\\\"".indexOf(c) < 0) {
                return 0;
            }
        }
        return zeros;
    }

    static CellFormats read(PartXml part, boolean from1904) {
        Map<String, String> codes = new HashMap<>();
        List<String> fontNames = new ArrayList<>();
        CellFormats formats = new CellFormats(from1904);
        int style = 0;
        boolean cellStyles = false;
        boolean fontList = false;
        try (PartXml xml = part) {
            for (PartXml.Event event = xml.next(); event != PartXml.Event.EOF; event = xml.next()) {
                boolean start = event == PartXml.Event.START;
                if (xml.is("cellXfs")) {
                    cellStyles = start;
                } else if (xml.is("fonts")) {
                    fontList = start;
                } else if (start && fontList && xml.is("font") && fontNames.size() < MOST_FONTS) {
                    fontNames.add("");
                } else if (start && fontList && xml.is("name") && !fontNames.isEmpty()) {
                    fontNames.set(fontNames.size() - 1, text(xml.attribute("val")));
                } else if (start && xml.is("numFmt") && codes.size() < MOST_STYLES) {
                    codes.put(text(xml.attribute("numFmtId")), text(xml.attribute("formatCode")));
                } else if (start && cellStyles && xml.is("xf") && style < MOST_STYLES) {
                    String id = text(xml.attribute("numFmtId"));
                    int font = index(text(xml.attribute("fontId")));
                    String name = font >= 0 && font < fontNames.size() ? fontNames.get(font) : "";
                    formats.add(style++, new Style(index(id), codes.getOrDefault(id, ""), OldFont.named(name)));
                }
            }
        }
        return formats;
    }

    private static String text(@Nullable String attribute) {
        return attribute == null ? "" : attribute;
    }

    private static int index(String text) {
        return CellText.isDigits(text) && text.length() < 6 ? Integer.parseInt(text) : -1;
    }

    private static boolean isBuiltInDate(int number) {
        return (number >= 14 && number <= 22) || (number >= 27 && number <= 36) || (number >= 45 && number <= 58);
    }

    /** A letter of day, month, year or hour outside quotes, brackets and escapes. */
    private static boolean showsDate(String code) {
        char closing = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (closing != 0) {
                closing = c == closing ? 0 : closing;
            } else if (c == '"') {
                closing = '"';
            } else if (c == '[') {
                closing = ']';
            } else if (c == '\\' || c == '_' || c == '*') {
                i++;
            } else if ("dmyhDMYH".indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Puts the number of a cell into a row as its style shows it. */
    void set(RawRow row, int column, String raw, @Nullable String style) {
        set(row, column, raw, style == null ? 0 : index(style));
    }

    void set(RawRow row, int column, String raw, int style) {
        if (style < 0 || !dateStyles.get(style)) {
            String number = number(raw);
            int shown = digits.isEmpty() ? 0 : digits.getOrDefault(style, 0);
            if (number.length() < shown && CellText.isDigits(number)) {
                number = "0".repeat(shown - number.length()) + number;
            }
            row.set(column, number, CellHint.NUMBER, null);
            return;
        }
        String date = date(raw);
        boolean day = date.indexOf('/') > 0;
        row.set(column, date, day ? isYear(raw) ? CellHint.YEAR_AS_DATE : CellHint.DATE : null, null);
        if (day) {
            row.time(column, time(raw));
        }
    }

    /** {@code HH:mm} behind a day; empty where there is none. */
    private static String time(String raw) {
        BigDecimal number = parse(raw);
        int minutes = number == null ? 0 : minutes(number.remainder(BigDecimal.ONE));
        return minutes == 0 || minutes == MINUTES_OF_DAY ? "" : twoDigits(minutes / 60) + ":" + twoDigits(minutes % 60);
    }

    private static int minutes(BigDecimal partOfDay) {
        return partOfDay
                .multiply(BigDecimal.valueOf(MINUTES_OF_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .intValue();
    }

    /** {@code dd/MM/yyyy} for a day or moment of ISO 8601, as some writers put into cells; other text as it is. */
    static String isoDay(String text) {
        boolean day = text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
        if (!day || (text.length() > 10 && text.charAt(10) != 'T')) {
            return text;
        }
        try {
            return text(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeParseException otherText) {
            return text;
        }
    }

    /** For days whose count is not at hand. */
    static CellHint hintOfDay(String day) {
        boolean year = day.endsWith("/1905");
        return year ? CellHint.YEAR_AS_DATE : CellHint.DATE;
    }

    private static boolean isYear(String raw) {
        BigDecimal number = parse(raw);
        if (number == null || number.stripTrailingZeros().scale() > 0) {
            return false;
        }
        int year = number.intValue();
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    @Nullable OldFont font(@Nullable String style) {
        return style == null || fonts.isEmpty() ? null : fonts.get(index(style));
    }

    @Nullable OldFont font(int style) {
        return fonts.get(style);
    }

    /** {@code dd/MM/yyyy}; a day count below one is a time, {@code HH:mm}. */
    String date(String raw) {
        BigDecimal number = parse(raw);
        if (number == null || number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
            return raw;
        }
        int days = number.intValue();
        if (days == 0 && number.signum() > 0) {
            int minutes = minutes(number);
            return twoDigits(minutes / 60) + ":" + twoDigits(minutes % 60);
        }
        if (from1904) {
            return text(EPOCH_1904.plusDays(days));
        }
        return text(EPOCH_1900.plusDays(days < INVENTED_DAY ? days + 1L : days));
    }

    static String text(LocalDate day) {
        return twoDigits(day.getDayOfMonth()) + "/" + twoDigits(day.getMonthValue()) + "/" + day.getYear();
    }

    private static String twoDigits(int value) {
        return value < 10 ? "0" + value : Integer.toString(value);
    }

    /** The exact digits of a whole number; otherwise the fifteen digits that a spreadsheet keeps. */
    static String number(String raw) {
        if (CellText.isDigits(raw)) {
            return raw;
        }
        BigDecimal number = parse(raw);
        if (number == null) {
            return raw;
        }
        BigDecimal plain = number.round(SHOWN_DIGITS).stripTrailingZeros();
        return plain.signum() == 0 ? "0" : plain.toPlainString();
    }

    private static @Nullable BigDecimal parse(String raw) {
        if (raw.length() > LONGEST_NUMBER) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(raw);
            return Math.abs((long) number.precision() - number.scale()) > GREATEST_EXPONENT
                            || number.scale() > 2 * LONGEST_NUMBER
                    ? null
                    : number;
        } catch (NumberFormatException notNumber) {
            return null;
        }
    }
}
