package vn.khanhhoa.thecovid.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A registration plate, kept without the hyphens and dots that everybody sets elsewhere: 79C-123.45, 79N-1234, 79-X1
 * 123.45 of a motorcycle, TH-12-34 of the army, 80-011-NG-01 of a diplomatic mission. Provinces are not checked: vehicles
 * from everywhere drive here.
 */
final class PlateRule implements CellRule {
    private static final Pattern PLATE =
            Pattern.compile("[1-9]\\d[A-ZĐ]{1,2}\\d{4,6}|[A-Z]{2}\\d{4}|[1-9]\\d{4}(?:NG|QT|CV|NN)\\d{2}");

    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        String plate = joined(text);
        if (PLATE.matcher(plate).matches()) {
            return Optional.of(new CellValue.Text(plate));
        }
        findings.add(ProblemCode.PLATE_INVALID);
        return Optional.empty();
    }

    static String joined(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[ .–-]", "");
    }
}
