package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The twelve forms of the reference packs. */
class EveryFormTest {
    static final List<FormTemplate> FORMS = ListFiles.forms().templates();
    private static final int MOST_LETTERS = 26;

    private static final Map<String, String> CELLS = Map.ofEntries(
            Map.entry("full_name", "Nguyễn Thị Hòa"),
            Map.entry("birth_date", "15/03/1985"),
            Map.entry("sex", "Nữ"),
            Map.entry("nationality", "Việt Nam"),
            Map.entry("document_kind", "CCCD/Căn cước"),
            Map.entry("document_number", "056185000123"),
            Map.entry("phone", "0905123456"),
            Map.entry("address", "12 Trần Phú"),
            Map.entry("residence", "22327 – Phường Vĩnh Hòa, Thành phố Nha Trang"),
            Map.entry("workplace", "Nhà máy Suối Dầu"),
            Map.entry("activities", "LV_DN"),
            Map.entry("valid_from", "06/10/2021"),
            Map.entry("valid_to", "30/11/2021"),
            Map.entry("arrangement", "3 tại chỗ"),
            Map.entry("sector", "47 – Bán lẻ (trừ ô tô, mô tô, xe máy và xe có động cơ khác)"),
            Map.entry("plate", "79C-123.45"),
            Map.entry("vehicle_type", "Xe tải"),
            Map.entry("licence_class", "FC"),
            Map.entry("route_from", "Nha Trang"),
            Map.entry("route_to", "Cam Ranh"),
            Map.entry("guardian_phone", "0905123457"),
            Map.entry("guest_contact", "Có"),
            Map.entry("reason", "Chăm sóc cha mẹ già"),
            Map.entry("vessel_number", "KH-90123-TS"));

    @Test
    void are_m01_to_m12() {
        assertThat(FORMS)
                .extracting(FormTemplate::code)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 12)
                        .mapToObj("M%02d"::formatted)
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("FORMS")
    void keeps_to_the_rules_by_which_an_administrator_edits(FormTemplate form) {
        assertThatCode(() -> FormRules.check(form)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @FieldSource("FORMS")
    void comes_back_filled_in_and_good(FormTemplate template) {
        FormDefinition form = template.definition();
        List<String> cells = row(template);

        ListRow read = read(ListFiles.fill(workbook(form), List.of(cells)), form);

        assertThat(read.cells()).isEqualTo(cells);
        CheckedRow checked =
                new RowChecker(form, ListFiles.LISTS, ListFiles.TODAY, ListFiles.LONGEST_PERIOD).check(read);
        assertThat(checked.problems()).isEmpty();
        assertThat(checked.identity()).isPresent();
        form.columns().stream()
                .filter(FormColumn::required)
                .forEach(column -> assertThat(checked.values()).containsKey(column.key()));
    }

    @ParameterizedTest
    @FieldSource("FORMS")
    void is_read_by_its_other_headings_too(FormTemplate template) {
        FormDefinition form = template.definition();
        List<String> headings = new ArrayList<>();
        for (FormColumn column : form.columns()) {
            headings.add(
                    column.aliases().isEmpty()
                            ? column.labelVi()
                            : plain(column.aliases().get(0)));
        }

        ListRow read = read(ListFiles.xlsx(headings, List.of(row(template))), form);

        assertThat(read.cells()).isEqualTo(row(template));
    }

    @ParameterizedTest
    @FieldSource("FORMS")
    void asks_nothing_about_health_until_it_is_switched_on(FormTemplate form) {
        assertThat(form.definition().columns()).noneMatch(FormColumn::health);
        assertThat(form.columns()).filteredOn(FormColumn::health).hasSize(5);
        FormTemplate switchedOn =
                form.with(form.columns().stream().map(EveryFormTest::on).toList());
        assertThatCode(() -> FormRules.check(switchedOn)).doesNotThrowAnyException();
        assertThat(switchedOn.definition().columns())
                .filteredOn(FormColumn::health)
                .hasSize(5);
    }

    @Test
    void says_who_reviews_and_whom_it_is_for_in_both_languages() {
        assertThat(FORMS).allSatisfy(form -> {
            assertThat(form.about().descriptionVi()).isNotBlank();
            assertThat(form.about().descriptionEn()).isNotBlank();
            assertThat(form.about().routingVi()).isNotBlank();
            assertThat(form.about().routingEn()).isNotBlank();
        });
        Set<String> asked = new HashSet<>();
        FORMS.forEach(
                form -> form.definition().details().forEach(column -> asked.add(form.code() + " " + column.key())));
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "M12 event_name",
                        "M12 event_date",
                        "M12 event_place",
                        "M12 event_commune",
                        "M12 expected_number");
    }

    @Test
    void is_the_same_after_export_and_import() throws IOException {
        FormCatalogue again = FormCatalogue.read(
                new StringReader(FormFiles.templates(FORMS)), new StringReader(FormFiles.columns(FORMS)));

        assertThat(again.templates()).isEqualTo(FORMS);
    }

    private static List<String> row(FormTemplate form) {
        List<String> cells = new ArrayList<>();
        for (FormColumn column : form.definition().columns()) {
            boolean passport = form.code().equals("M09");
            cells.add(
                    switch (column.key()) {
                        case "document_kind" -> passport ? "" : "CCCD/Căn cước";
                        case "document_number" -> passport ? "C1234567" : "056185000123";
                        default -> CELLS.getOrDefault(column.key(), "");
                    });
        }
        return cells;
    }

    private static FormColumn on(FormColumn column) {
        return new FormColumn(
                column.key(),
                column.type(),
                column.required(),
                column.values(),
                column.valueList(),
                column.labelVi(),
                column.labelEn(),
                column.aliases(),
                column.noteVi(),
                column.noteEn(),
                column.maxLength(),
                column.defaultValue(),
                column.scope(),
                column.health(),
                true);
    }

    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }

    private static byte[] workbook(FormDefinition form) {
        assertThat(form.columns().size()).isLessThanOrEqualTo(MOST_LETTERS);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new TemplateWorkbook(form, ListFiles.LISTS).write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static ListRow read(byte[] file, FormDefinition form) {
        List<ListRow> rows = new ArrayList<>();
        Reading reading = new ListReader(ReadingLimits.DEFAULT).read(file, form, rows::add);
        assertThat(reading).isInstanceOf(FinishedReading.class);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
