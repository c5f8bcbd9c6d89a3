package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingWorkplacesTest {
    private static final ChoiceIndex WORKPLACES = new ChoiceIndex(List.of(
            new Choice("w1", "Nhà máy Suối Dầu", ""),
            new Choice("w2", "Kho Hòa An", ""),
            new Choice("w3", "Kho Hoa Ân", ""),
            new Choice("w4", "Cửa hàng 1", "Phường Vĩnh Hòa"),
            new Choice("w5", "Cửa hàng 1", "Phường Vĩnh Hải"),
            new Choice("w6", "Kho A", "")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NHÀ MÁY Suối Dầu|w1",
                "Kho A|w6",
                "Kho Hòa An|w2",
                "Nhà máy Suôi Dầu|WORKPLACE_ALIKE [Nhà máy Suối Dầu]",
                "kho hoa an|WORKPLACE_ALIKE [Kho Hòa An; Kho Hoa Ân]",
                "Cửa hàng 1|WORKPLACE_AMBIGUOUS []",
                "cua hang 1|WORKPLACE_ALIKE [Cửa hàng 1, Phường Vĩnh Hòa; Cửa hàng 1, Phường Vĩnh Hải]",
                "Kho B|WORKPLACE_UNKNOWN []"
            })
    void by_a_name_that_only_one_has(String text, String found) {
        Findings findings = new Findings(new ListRow(2, List.of(), List.of()));
        assertThat(new WorkplaceRule(WORKPLACES)
                        .read(text, findings)
                        .map(value -> ((CellValue.Coded) value).code())
                        .orElseGet(() -> findings.all().get(0).code() + " "
                                + findings.all().get(0).args()))
                .isEqualTo(found);
    }

    @Test
    void without_marks_it_is_put_right_where_only_one_is_meant() {
        assertThat(mended("nha may suoi dau")).isEqualTo("Nhà máy Suối Dầu");
        assertThat(mended("cua hang 1, phuong vinh hai")).isEqualTo("Cửa hàng 1, Phường Vĩnh Hải");
        assertThat(mended("kho hoa an")).as("two").isEmpty();
        assertThat(mended("Nhà máy Suôi Dầu")).as("with a wrong mark").isEmpty();
        assertThat(mended("kho b")).isEmpty();
    }

    private static String mended(String text) {
        return new WorkplaceRule(WORKPLACES)
                .mend(text, null)
                .filter(mending -> mending.kind() == RepairKind.WORKPLACE_NAME)
                .map(Mending::text)
                .orElse("");
    }
}
