package vn.khanhhoa.thecovid.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One of the values that the template lists, however its marks, case and punctuation are typed. */
final class AllowedValueRule implements CellRule {
    private static final List<AllowedValue> YES_NO = AllowedValue.parse("YES:Có:Yes:x:y:true:1|NO:Không:No:n:false:0");

    /** As the drop-down list writes it, which is how nearly all cells are. */
    private final Map<String, CellValue> byLabel = new HashMap<>();

    private final Map<String, CellValue> byText = new HashMap<>();
    private final String choices;

    AllowedValueRule(FormColumn column) {
        boolean flag = column.type() == ColumnType.YES_NO;
        List<AllowedValue> values = flag ? YES_NO : column.values();
        for (AllowedValue value : values) {
            CellValue meaning =
                    flag ? new CellValue.Flag("YES".equals(value.code())) : new CellValue.Coded(value.code());
            byLabel.put(value.labelVi(), meaning);
            byText.put(CellText.fold(value.code()), meaning);
            byText.put(CellText.fold(value.labelVi()), meaning);
            byText.put(CellText.fold(value.labelEn()), meaning);
            value.aliases().forEach(alias -> byText.put(CellText.fold(alias), meaning));
        }
        choices = values.stream().map(AllowedValue::labelVi).collect(Collectors.joining("; "));
    }

    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        CellValue value = byLabel.get(text);
        if (value == null) {
            value = byText.get(CellText.fold(text));
        }
        if (value == null) {
            findings.add(ProblemCode.VALUE_NOT_ALLOWED, choices);
        }
        return Optional.ofNullable(value);
    }
}
