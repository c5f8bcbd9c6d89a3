package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.ProblemCode;
import vn.khanhhoa.thecovid.intake.RepairKind;
import vn.khanhhoa.thecovid.platform.Texts;

class NamingMarksTest {
    @Test
    void every_problem_and_repair_has_a_short_name_to_filter_by() {
        Stream<String> problems = Arrays.stream(ProblemCode.values()).map(code -> "stafflist.mark." + key(code));
        Stream<String> repairs = Arrays.stream(RepairKind.values()).map(kind -> "stafflist.repaired." + key(kind));

        assertThat(Stream.concat(problems, repairs).filter(key -> !Texts.has(Texts.VIETNAMESE, key)))
                .as("stafflist_vi.properties")
                .isEmpty();
    }

    private static String key(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
