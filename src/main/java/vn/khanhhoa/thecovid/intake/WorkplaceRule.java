package vn.khanhhoa.thecovid.intake;

import java.util.Optional;

/** A workplace of the organisation, by its name. */
record WorkplaceRule(ChoiceIndex workplaces) implements CellRule {
    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        ChoiceIndex.Match match = workplaces.find(text);
        if (match.choices().size() == 1 && !match.byCode()) {
            return Optional.of(new CellValue.Coded(match.choices().get(0).code()));
        }
        findings.add(match.choices().size() > 1 ? ProblemCode.WORKPLACE_AMBIGUOUS : ProblemCode.WORKPLACE_UNKNOWN);
        return Optional.empty();
    }
}
