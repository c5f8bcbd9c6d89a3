package vn.khanhhoa.thecovid.stafflist.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
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

    private final BitSet dateStyles;
    private final boolean from1904;

    private CellFormats(BitSet dateStyles, boolean from1904) {
        this.dateStyles = dateStyles;
        this.from1904 = from1904;
    }

    static CellFormats none(boolean from1904) {
        return new CellFormats(new BitSet(), from1904);
    }

    static CellFormats read(PartXml part, boolean from1904) {
        Set<String> dateFormats = new HashSet<>();
        BitSet dateStyles = new BitSet();
        int style = 0;
        boolean cellStyles = false;
        try (PartXml xml = part) {
            for (PartXml.Event event = xml.next(); event != PartXml.Event.EOF; event = xml.next()) {
                if (xml.is("cellXfs")) {
                    cellStyles = event == PartXml.Event.START;
                } else if (event == PartXml.Event.START && xml.is("numFmt") && dateFormats.size() < MOST_STYLES) {
                    String id = xml.attribute("numFmtId");
                    String code = xml.attribute("formatCode");
                    if (id != null && code != null && showsDate(code)) {
                        dateFormats.add(id);
                    }
                } else if (event == PartXml.Event.START && cellStyles && xml.is("xf") && style < MOST_STYLES) {
                    String id = xml.attribute("numFmtId");
                    dateStyles.set(style++, id != null && (dateFormats.contains(id) || isBuiltInDate(id)));
                }
            }
        }
        return new CellFormats(dateStyles, from1904);
    }

    private static boolean isBuiltInDate(String id) {
        if (!CellText.isDigits(id) || id.length() > 2) {
            return false;
        }
        int number = Integer.parseInt(id);
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

    boolean isDate(String style) {
        return CellText.isDigits(style) && style.length() < 6 && dateStyles.get(Integer.parseInt(style));
    }

    /** {@code dd/MM/yyyy}; a day count below one is a time, {@code HH:mm}. */
    String date(String raw) {
        BigDecimal number = parse(raw);
        if (number == null || number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
            return raw;
        }
        int days = number.intValue();
        if (days == 0 && number.signum() > 0) {
            int minutes = number.multiply(BigDecimal.valueOf(MINUTES_OF_DAY))
                    .setScale(0, RoundingMode.HALF_UP)
                    .intValue();
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
