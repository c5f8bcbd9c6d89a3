package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class TypingRecordsIT {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Inject
    private RecordTyping typing;

    @Inject
    private TestSources sources;

    @Inject
    private KnownFacts records;

    @Inject
    private Clock clock;

    private Actor typist = Actor.VISITOR;
    private Actor second = Actor.VISITOR;
    private PublicId source = PublicId.random();

    @BeforeEach
    void a_source() {
        typist = sources.officer("TTYT-569");
        second = sources.officer("TTYT-569");
        source = sources.source(typist, SourceKind.VACCINATION);
        sources.facility(typist, source, "DIEM-1");
    }

    private Map<String, String> cells(String document, String vaccine) {
        return Map.of(
                "full_name", "Nguyễn Văn Hòa",
                "birth_date", "1985",
                "document_number", document,
                "vaccine", vaccine,
                "dose_number", "1",
                "injected_on", DAY.format(LocalDate.now(clock).minusDays(1)),
                "facility", "DIEM-1");
    }

    @Test
    void what_is_typed_counts_once_a_second_person_has_compared_it() {
        String document = TestSources.document();
        long person = sources.person(document, "Nguyễn Văn Hòa", "1985", "", "");
        assertThat(typing.type(typist, source, cells(document, "AZ")).kept()).isTrue();
        PublicId id = typing.waiting(second, source).get(0).id();
        sources.match();
        assertThat(records.facts(person)).isEmpty();
        assertRefused("eligibility.typed-own", () -> typing.confirm(typist, source, Set.of(id)));

        sources.readNow(second, typing.confirm(second, source, Set.of(id)));
        sources.match();

        assertThat(records.facts(person)).hasSize(1);
        assertThat(typing.waiting(second, source)).isEmpty();
        assertRefused("eligibility.typed-changed", () -> typing.confirm(second, source, Set.of(id)));
    }

    @Test
    void what_has_an_error_is_not_kept_and_says_where() {
        RecordTyping.Typed typed = typing.type(typist, source, cells(TestSources.document(), "vắc xin lạ"));

        assertThat(typed.kept()).isFalse();
        assertThat(typed.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.column()).isEqualTo("vaccine"));
        assertThat(typing.waiting(typist, source)).isEmpty();
    }

    @Test
    void what_is_understood_otherwise_than_it_was_typed_is_told() {
        Map<String, String> cells = new HashMap<>(cells(TestSources.document(), "AZ"));
        cells.put("birth_date", "1/13/1990");

        RecordTyping.Typed typed = typing.type(typist, source, cells);

        assertThat(typed.kept()).isTrue();
        assertThat(typed.cells()).containsEntry("birth_date", "13/01/1990");
        typing.discard(typist, source, typing.waiting(typist, source).get(0).id());
    }

    @Test
    void what_differs_goes_back_to_whoever_typed_it_and_only_they_discard_it() {
        typing.type(typist, source, cells(TestSources.document(), "AZ"));
        PublicId id = typing.waiting(second, source).get(0).id();

        assertRefused("eligibility.typed-note-missing", () -> typing.giveBack(second, source, id, " "));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> typing.giveBack(typist, source, id, "ngày sai"));
        typing.giveBack(second, source, id, "ngày trên giấy là hôm kia");
        assertThat(typing.waiting(typist, source).get(0).returned()).isTrue();
        assertRefused("eligibility.typed-changed", () -> typing.confirm(second, source, Set.of(id)));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> typing.discard(second, source, id));
        typing.discard(typist, source, id);
        assertThat(typing.waiting(typist, source)).isEmpty();
    }

    @Test
    void officers_of_other_agencies_type_nothing() {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(
                        () -> typing.type(sources.officer("TTYT-575"), source, cells(TestSources.document(), "AZ")));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> typing.waiting(sources.health(), source));
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(call)
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }
}
