package vn.khanhhoa.thecovid.eligibility.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The sets of Khánh Hòa, Đà Nẵng and Hồ Chí Minh City, each with its table of example people. */
class ExamplesOfShippedSetsTest {
    private static final List<CriteriaSet> SHIPPED = List.of(Sets.KHANH_HOA, Sets.DA_NANG, Sets.HO_CHI_MINH);

    @TestFactory
    Stream<DynamicTest> each_example_comes_to_its_row_until_its_time() {
        return SHIPPED.stream().flatMap(set -> {
            Assessor assessor = new CompiledCriteria(set, Sets.VOCABULARY).assessor();
            PlainReading plain = new PlainReading(set, Sets.VOCABULARY);
            return Example.of(set).stream()
                    .map(example -> DynamicTest.dynamicTest(set.code() + ": " + example.who(), () -> {
                        Assessment given = assessor.assess(example.compact(), example.at(), example.at());
                        assertThat(given.row().code()).isEqualTo(example.row());
                        assertThat(given.until()).isEqualTo(example.until());
                        assertThat(plain.row(example.born().orElse(null), example.facts(), example.at(), example.at()))
                                .isSameAs(given.row());
                    }));
        });
    }

    @Test
    void every_row_and_every_exception_has_an_example() {
        List<String> exceptions = Sets.VOCABULARY.codes(CodeList.EXCEPTION).stream()
                .map(Vocabulary.Named::code)
                .toList();
        for (CriteriaSet set : SHIPPED) {
            List<Example> examples = Example.of(set);
            assertThat(examples.stream().map(Example::row).collect(Collectors.toSet()))
                    .as(set.code())
                    .containsExactlyInAnyOrderElementsOf(
                            set.rows().stream().map(CriteriaRow::code).toList());
            assertThat(examples.stream()
                            .flatMap(example -> example.facts().stream())
                            .map(Fact::code))
                    .as(set.code())
                    .containsAll(exceptions);
        }
    }

    @Test
    void nothing_is_to_be_said_against_them() {
        for (String text : CriteriaFile.shipped()) {
            assertThat(CriteriaFile.read(text, Sets.VOCABULARY).problems()).isEmpty();
        }
    }
}
