package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class KeepingSourcesIT {
    @Inject
    private SourceKeeping keeping;

    @Inject
    private TestSources sources;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Clock clock;

    @Test
    void a_portal_begins_with_three_sources_and_their_deadlines() {
        assertThat(keeping.sources(sources.health()))
                .filteredOn(source ->
                        List.of("TIEM-CHUNG", "XET-NGHIEM", "KHOI-BENH").contains(source.code()))
                .extracting(
                        SourceView::code,
                        source -> source.about().eventHours(),
                        source -> source.about().resultHours())
                .containsExactlyInAnyOrder(
                        tuple("TIEM-CHUNG", 48, null), tuple("XET-NGHIEM", 12, 4), tuple("KHOI-BENH", null, null));
    }

    @Test
    void an_officer_sees_the_sources_of_their_agency_and_a_health_officer_all() {
        Actor officer = sources.officer("TTYT-570");
        PublicId own = sources.source(officer, SourceKind.VACCINATION);

        assertThat(keeping.sources(officer)).extracting(SourceView::publicId).containsExactly(own);
        assertThat(keeping.sources(sources.health()))
                .extracting(SourceView::publicId)
                .contains(own);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> keeping.source(sources.officer("TTYT-569"), own));
    }

    @Test
    void only_officers_of_the_agency_keep_the_facilities_and_only_health_officers_the_sources() {
        Actor officer = sources.officer("TTYT-568");
        PublicId source = sources.source(officer, SourceKind.TESTING);

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> keeping.addFacility(sources.health(), source, form("XN-1", "22327")));
        assertRefused(
                "access.not-permitted",
                () -> keeping.change(
                        officer, source, 0, keeping.source(officer, source).about()));
        keeping.addFacility(officer, source, form("XN-1", "22327"));
        assertThat(keeping.facilities(sources.health(), source))
                .singleElement()
                .satisfies(facility -> assertThat(facility.area()).startsWith("Phường Vĩnh Hòa"));
    }

    @Test
    void a_code_names_one_facility_of_a_source_also_after_it_has_ended() {
        Actor officer = sources.officer("TTYT-568");
        PublicId source = sources.source(officer, SourceKind.VACCINATION);
        PublicId other = sources.source(officer, SourceKind.TESTING);
        PublicId id = keeping.addFacility(officer, source, form("A-1", "22327"));
        FacilityView facility = keeping.facility(officer, source, id);
        keeping.changeFacility(officer, source, id, facility.version(), ended(facility, LocalDate.now(clock)));

        assertRefused(
                "eligibility.facility-code-taken", () -> keeping.addFacility(officer, source, form("A-1", "22330")));
        keeping.addFacility(officer, other, form("A-1", "22327"));
        FacilityView now = keeping.facility(officer, source, id);
        assertThat(now.worksOn(LocalDate.now(clock))).isTrue();
        assertThat(now.worksOn(LocalDate.now(clock).plusDays(1))).isFalse();
    }

    @Test
    void what_cannot_be_a_facility_is_refused_with_its_reason() {
        Actor officer = sources.officer("TTYT-568");
        PublicId source = sources.source(officer, SourceKind.VACCINATION);
        PublicId id = keeping.addFacility(officer, source, form("A-1", "22327"));
        FacilityView facility = keeping.facility(officer, source, id);

        assertRefused(
                "eligibility.facility-code-malformed",
                () -> keeping.addFacility(officer, source, form("điểm", "22327")));
        assertRefused(
                "eligibility.facility-commune-missing", () -> keeping.addFacility(officer, source, form("B-1", "568")));
        assertRefused(
                "eligibility.facility-ends-before-it-begins",
                () -> keeping.changeFacility(
                        officer,
                        source,
                        id,
                        0,
                        ended(facility, facility.about().from().minusDays(1))));
        keeping.changeFacility(officer, source, id, 0, facility.about());
        assertThatExceptionOfType(OptimisticLockException.class)
                .isThrownBy(() -> keeping.changeFacility(officer, source, id, 0, facility.about()));
    }

    private FacilityForm form(String code, String areaCode) {
        long area = catalogue.areas(LocalDate.now(clock)).stream()
                .filter(each -> each.code().equals(areaCode))
                .findFirst()
                .orElseThrow()
                .id();
        return new FacilityForm(
                code, "Phòng xét nghiệm dịch vụ", FacilityKind.LABORATORY, area, true, LocalDate.of(2021, 3, 8), null);
    }

    private static FacilityForm ended(FacilityView facility, LocalDate last) {
        FacilityForm form = facility.about();
        return new FacilityForm(
                form.code(), form.name(), form.kind(), form.areaId(), form.feeCharging(), form.from(), last);
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(call)
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }
}
