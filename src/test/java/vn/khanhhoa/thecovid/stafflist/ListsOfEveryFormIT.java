package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.intake.ProblemCode;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class ListsOfEveryFormIT {
    private static final String SOON =
            LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(20).format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));

    private static final Map<String, String> EVENT = Map.of(
            "event_name",
            "Hội nghị khách hàng",
            "event_date",
            SOON,
            "event_place",
            "Khách sạn Biển Xanh, 12 Trần Phú",
            "event_commune",
            "22327 – Phường Vĩnh Hòa, Thành phố Nha Trang",
            "expected_number",
            "2");

    @Inject
    private TestLists lists;

    @Inject
    private ListKeeping keeping;

    @Inject
    private ListForms forms;

    @Inject
    private FormTemplates templates;

    @Inject
    private EntryReading reading;

    @Inject
    private ListAnswers answers;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Test
    void every_form_makes_entries_that_the_right_agency_gets() {
        Actor factory = lists.factory();
        Map<String, String> agencies = new HashMap<>();
        for (String code : List.of("M01", "M03", "M05", "M07", "M08", "M09", "M11", "M12")) {
            agencies.put(code, agency(submitted(factory, code)));
        }
        Actor market = organisation("BQLCHO");
        EntryView stallholder = submitted(market, "M04");
        agencies.put("M04", agency(stallholder));
        Actor school = organisation("DVSN");
        agencies.put("M02", agency(submitted(school, "M02")));
        agencies.put("M06", agency(submitted(school, "M06")));

        assertThat(agencies)
                .containsEntry("M01", "SCT")
                .containsEntry("M03", "SGTVT")
                .containsEntry("M05", "PYT-568")
                .containsEntry("M11", "SNN")
                .hasSize(11)
                .doesNotContainValue("");
        assertThat(stallholder.cells())
                .filteredOn(cell -> cell.key().equals("sector"))
                .singleElement()
                .satisfies(cell ->
                        assertThat(cell.text()).isEqualTo("4721 – Bán lẻ lương thực trong các cửa hàng chuyên doanh"))
                .satisfies(cell -> assertThat(cell.textEn()).startsWith("4721 – "));
    }

    @Test
    void people_without_an_organisation_go_to_the_commune_where_they_live() {
        Actor group = lists.organisation("KDC", "NONE", TestLists.fresh(), "CONFIRMED");
        sql.update(
                "UPDATE registry_registration SET sector_code = NULL WHERE organisation_id = ?",
                group.organisationId());

        EntryView entry = submitted(group, "M10");

        assertThat(agency(entry)).isEqualTo("UBND-22327");
        assertThat(entry.workplace()).isEqualTo("–");
        assertThat(templates.offered(group))
                .extracting(FormOffer::code)
                .contains("M10")
                .doesNotContain("M02");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> keeping.begin(lists.factory(), "M10", "Không phải biểu mẫu của mình"))
                .extracting(RuleViolation::code)
                .isEqualTo("forms.not-for");
    }

    @Test
    void an_offer_names_the_agency_of_the_workplaces() {
        assertThat(templates.offered(lists.factory()))
                .filteredOn(offer -> offer.code().equals("M03"))
                .singleElement()
                .satisfies(offer -> assertThat(offer.agencyNames()).contains("Giao thông"));
    }

    @Test
    void an_event_is_told_once_before_its_people_are_submitted_and_stays() {
        Actor officer = lists.factory();
        PublicId list = keeping.begin(officer, "M12", "Hội nghị");
        upload(officer, list, "M12", 3);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> lists.submit(officer, list))
                .extracting(RuleViolation::code)
                .isEqualTo("forms.details-missing");
        assertThat(forms.answer(officer, list, Map.of("event_name", "Hội nghị", "event_date", "hôm nay")))
                .extracting(problem -> problem.columnKey())
                .containsExactlyInAnyOrder("event_date", "event_place", "event_commune", "expected_number");
        assertThat(forms.of(officer, list).answers()).isEmpty();

        assertThat(forms.answer(officer, list, EVENT)).isEmpty();
        assertThat(forms.of(officer, list).expected()).isEqualTo(2);
        lists.submit(officer, list);

        EntryView entry = reading.ofList(officer, list, Optional.empty(), 0, 10).get(0);
        assertThat(entry.details())
                .extracting(EntryView.Cell::text)
                .containsExactly(
                        "Hội nghị khách hàng",
                        SOON,
                        "Khách sạn Biển Xanh, 12 Trần Phú",
                        "22327 – Phường Vĩnh Hòa, Thành phố Nha Trang",
                        "2");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> forms.answer(officer, list, EVENT))
                .extracting(RuleViolation::code)
                .isEqualTo("forms.details-fixed");
    }

    @Test
    void an_event_is_anywhere_in_the_province_and_its_commune_decides_where_its_people_go() {
        Actor household = lists.organisation("HKD", "HOUSEHOLD_NO", TestLists.fresh(), "CONFIRMED");
        sql.update(
                "UPDATE registry_registration SET sector_code = NULL WHERE organisation_id = ?",
                household.organisationId());
        Map<String, String> elsewhere = new HashMap<>(EVENT);
        elsewhere.put("event_commune", "22345 – Phường Vạn Thắng, Thành phố Nha Trang");

        EntryView here = submitted(household, "M12", EVENT);
        EntryView there = submitted(household, "M12", elsewhere);

        assertThat(here.workplace()).isEqualTo("Khách sạn Biển Xanh, 12 Trần Phú");
        assertThat(agency(here)).isEqualTo("UBND-22327");
        assertThat(agency(there)).isEqualTo("UBND-22345");
    }

    @Test
    void an_event_that_is_over_is_an_error_and_one_that_has_begun_still_takes_people() {
        Actor officer = lists.factory();
        PublicId list = keeping.begin(officer, "M12", "Hội nghị");
        Map<String, String> past = new HashMap<>(EVENT);
        past.put("event_date", "01/01/2021");
        assertThat(forms.answer(officer, list, past)).singleElement().satisfies(problem -> {
            assertThat(problem.columnKey()).isEqualTo("event_date");
            assertThat(problem.code()).isEqualTo(ProblemCode.DATE_TOO_EARLY);
        });

        upload(officer, list, "M12", 1);
        long id = sql.number("SELECT id FROM stafflist_list WHERE public_id = ?", list);
        assertThat(forms.answer(officer, list, EVENT)).isEmpty();
        byte[] begun = answers.seal(forms.of(officer, list).form(), past);
        sql.update("UPDATE stafflist_list SET details = ? WHERE id = ?", begun, id);
        lists.submit(officer, list);

        assertThat(reading.ofList(officer, list, Optional.empty(), 0, 10)).hasSize(1);
    }

    private Actor organisation(String type) {
        Actor officer = lists.organisation(type, "ESTABLISHMENT_NO", TestLists.fresh(), "CONFIRMED");
        lists.workplace(officer, "Nhà máy Vĩnh Hòa", "22327", "");
        return officer;
    }

    private EntryView submitted(Actor officer, String code) {
        return submitted(officer, code, EVENT);
    }

    private EntryView submitted(Actor officer, String code, Map<String, String> event) {
        PublicId list = keeping.begin(officer, code, "Danh sách " + code);
        if (forms.of(officer, list).hasQuestions()) {
            forms.answer(officer, list, event);
        }
        upload(officer, list, code, 1);
        assertThat(keeping.view(officer, list).good()).as(code).isEqualTo(1);
        lists.submit(officer, list);
        return reading.ofList(officer, list, Optional.empty(), 0, 10).get(0);
    }

    private void upload(Actor officer, PublicId list, String code, int count) {
        FormDefinition form = forms.of(officer, list).form();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(TestRows.of(form, LocalDate.now(clock), Map.of()));
        }
        List<String> headings = form.columns().stream().map(FormColumn::labelVi).toList();
        lists.upload(officer, list, ListFiles.xlsx(headings, rows));
    }

    private String agency(EntryView entry) {
        return catalogue.agency(entry.agencyId()).map(AgencyView::code).orElse("");
    }
}
