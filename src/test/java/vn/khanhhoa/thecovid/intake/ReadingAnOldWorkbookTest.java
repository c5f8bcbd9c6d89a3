package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingAnOldWorkbookTest {
    @Test
    void gives_every_row_as_the_new_one_does() {
        ListFiles list = ListFiles.m01(300, 0, 1);
        ReadUpload read = ReadUpload.of(OldWorkbooks.labels(ListFiles.headings(), list.rows()));
        assertThat(read.rows()).extracting(ListRow::cells).isEqualTo(list.rows());
        assertThat(read.rows()).extracting(ListRow::number).startsWith(2, 3, 4).endsWith(301);
        assertThat(read.finished().sheet()).isEqualTo("A");
    }

    @Test
    void joins_a_shared_text_that_is_broken_between_records() {
        for (int at = 0; at <= 3; at++) {
            assertThat(ReadUpload.of(OldWorkbooks.brokenText("Nguyễn Văn Hòa", at))
                            .cell(0, "full_name"))
                    .isEqualTo("Nguyễn Văn Hòa");
        }
    }

    @Test
    void goes_by_the_bounds_of_rows_and_columns() {
        ListFiles list = ListFiles.m01(20, 0, 1);
        byte[] file = OldWorkbooks.labels(ListFiles.headings(), list.rows());
        assertThat(ReadUpload.of(file, ReadingLimits.DEFAULT.withRows(19)).refusal())
                .isEqualTo(new Unreadable(UnreadableCode.TOO_MANY_ROWS, List.of(19)));
        list.rows().get(0).addAll(Collections.nCopies(190, "x"));
        assertThat(ReadUpload.of(OldWorkbooks.labels(ListFiles.headings(), list.rows()))
                        .refusal()
                        .code())
                .isEqualTo(UnreadableCode.TOO_MANY_COLUMNS);
    }

    @Test
    void refuses_by_name_what_is_encrypted_or_something_else() {
        assertThat(code(OldWorkbooks.encrypted())).isEqualTo(UnreadableCode.ENCRYPTED);
        assertThat(code(OldWorkbooks.compound("EncryptedPackage", new byte[10])))
                .isEqualTo(UnreadableCode.ENCRYPTED);
        assertThat(code(OldWorkbooks.compound("_VBA_PROJECT_CUR", new byte[10])))
                .isEqualTo(UnreadableCode.MACROS);
        assertThat(code(OldWorkbooks.compound("WordDocument", new byte[10])))
                .isEqualTo(UnreadableCode.NOT_A_SPREADSHEET);
        assertThat(code(OldWorkbooks.sharedTexts(700_001))).isEqualTo(UnreadableCode.TOO_MUCH_INSIDE);
        assertThat(code("\u0009\u0000\u0004\u0000".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(UnreadableCode.SAVE_AS_XLSX);
    }

    private static UnreadableCode code(byte[] file) {
        return ReadUpload.of(file).refusal().code();
    }
}
