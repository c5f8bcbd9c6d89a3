package vn.khanhhoa.thecovid.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A sector by its code, as in the drop-down list, or by its name, with or without its marks. */
final class SectorRule implements CellRule {
    private final ChoiceIndex sectors;
    private final Map<String, List<Choice>> byName;

    SectorRule(List<Choice> sectors) {
        this.sectors = new ChoiceIndex(sectors);
        this.byName = sectors.stream().collect(Collectors.groupingBy(sector -> CellText.fold(sector.name())));
    }

    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        ChoiceIndex.Match match = sectors.find(text);
        List<Choice> found =
                match.choices().isEmpty() ? byName.getOrDefault(CellText.fold(text), List.of()) : match.choices();
        if (found.size() == 1 && match.nameAgrees()) {
            return Optional.of(new CellValue.Coded(found.get(0).code()));
        }
        findings.add(ProblemCode.SECTOR_UNKNOWN);
        return Optional.empty();
    }

    /** Divisions 01 to 09 lose their zero to a spreadsheet; no code has one digit. A longer one is only found to be lost. */
    @Override
    public Optional<Mending> mend(String text, @Nullable CellHint hint) {
        return text.length() == 1 || hint == CellHint.NUMBER && CellText.isDigits(text)
                ? Optional.of(new Mending(RepairKind.ZERO_LOST, "0" + text))
                : Optional.empty();
    }
}
