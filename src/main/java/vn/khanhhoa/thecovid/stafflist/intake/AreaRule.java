package vn.khanhhoa.thecovid.stafflist.intake;

import java.util.Optional;
import java.util.stream.Collectors;

/** A commune by its code, or by a name that only one has; codes were given new names, so both must agree. */
record AreaRule(ChoiceIndex communes, boolean outsideAllowed) implements CellRule {
    private static final String OUTSIDE = CellText.fold(ReferenceLists.OUTSIDE_LABEL);

    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        ChoiceIndex.Match match = communes.find(text);
        if (match.choices().isEmpty()) {
            if (outsideAllowed && CellText.fold(text).startsWith(OUTSIDE)) {
                return Optional.of(new CellValue.Coded(ReferenceLists.OUTSIDE));
            }
            findings.add(ProblemCode.AREA_UNKNOWN);
        } else if (match.choices().size() > 1) {
            String choices = match.choices().stream().map(Choice::label).collect(Collectors.joining("; "));
            findings.add(ProblemCode.AREA_AMBIGUOUS, choices);
        } else if (!match.nameAgrees()) {
            Choice named = match.choices().get(0);
            findings.add(ProblemCode.AREA_NAME_DIFFERS, named.code(), named.fullName());
        } else {
            return Optional.of(new CellValue.Coded(match.choices().get(0).code()));
        }
        return Optional.empty();
    }
}
