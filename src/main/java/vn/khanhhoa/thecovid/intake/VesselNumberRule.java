package vn.khanhhoa.thecovid.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Registration number of a fishing boat: letters of the province, four or five digits, TS. Kept as KH-12345-TS. */
final class VesselNumberRule implements CellRule {
    private static final Pattern PARTS = Pattern.compile("([A-ZĐ]{2,4})(\\d{4,5})TS");

    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        Matcher parts = PARTS.matcher(PlateRule.joined(text));
        if (parts.matches()) {
            return Optional.of(new CellValue.Text(parts.group(1) + "-" + parts.group(2) + "-TS"));
        }
        findings.add(ProblemCode.VESSEL_NUMBER_INVALID);
        return Optional.empty();
    }
}
