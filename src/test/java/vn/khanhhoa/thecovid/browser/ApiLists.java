package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists of the demo organisation, made by a program for what a test is about. A list is told by its address. */
final class ApiLists {
    static final String LISTS = "/api/v1/staff-lists";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String EVENT = "{\"event_name\":\"Hội nghị khách hàng\",\"event_date\":\""
            + LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"))
                    .plusDays(20)
                    .format(DateTimeFormatter.ofPattern("dd/MM/yyyy"))
            + "\",\"event_place\":\"Khách sạn Biển Xanh\",\"event_commune\":\"22327\",\"expected_number\":1}";

    private static final AtomicInteger NUMBER =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(1_000_000));
    private static final Path FILES = Path.of("src/test/resources/lists");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Program program;

    ApiLists(Program program) {
        this.program = program;
    }

    /** @param phones one for each person */
    static String rows(String... phones) {
        LocalDate today = LocalDate.now(ZONE);
        return Stream.of(phones)
                .map(phone -> String.format(
                        "{\"full_name\":\"Nguyễn Văn Lặp\",\"birth_date\":\"1990\",\"sex\":\"Nam\",\"document_kind\":\"CCCD\","
                                + "\"document_number\":\"056090%06d\",\"phone\":\"%s\",\"residence\":\"22327\","
                                + "\"workplace\":\"Nhà máy chế biến Vĩnh Hòa\",\"activities\":\"LV_DN\","
                                + "\"valid_from\":\"%s\",\"valid_to\":\"%s\"}",
                        NUMBER.updateAndGet(number -> (number + 1) % 1_000_000),
                        phone,
                        DAY.format(today),
                        DAY.format(today.plusDays(20))))
                .collect(Collectors.joining(",", "\"rows\":[", "]"));
    }

    /** @param more members of what is sent, without the brackets */
    String begun(String form, String more) {
        HttpResponse<String> begun =
                program.post(LISTS, "{\"form\":\"" + form + "\",\"name\":\"Danh sách của máy\"," + more + "}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        String list = LISTS + "/" + Program.member(begun.body(), "id");
        await(list);
        return list;
    }

    /** Of people who can all be submitted. */
    String good(int people) {
        String list = begun(
                "M01", rows(Stream.generate(() -> "0905123456").limit(people).toArray(String[]::new)));
        assertThat(program.get(list).body()).contains("\"rows\":{\"good\":" + people + ",\"bad\":0,\"sending\":0}");
        return list;
    }

    /** Of one line, with a mistake in the phone number. */
    String bad() {
        return begun("M01", rows("12345"));
    }

    /** The address of the upload of a file, when it has been read. */
    String sent(String list, String file) {
        String upload = at(list, "uploads", program.call("POST", list + "/uploads", XLSX, bytes(file)));
        await(list);
        return upload;
    }

    /** The address of rows that wait to be taken into a list that has some. */
    String staged(String list) {
        String upload = at(list, "uploads", program.post(list + "/uploads", "{" + rows("0905123457") + "}"));
        await(list);
        assertThat(program.get(upload).body()).contains("\"state\":\"staged\"");
        return upload;
    }

    void submit(String list) {
        assertThat(program.call("POST", list + "/submission", "", "").statusCode())
                .isEqualTo(202);
        await(list);
    }

    List<String> entries(String list) {
        return Program.members(program.get(list + "/entries").body(), "id");
    }

    /** The only line, or the first one. */
    String row(String list) {
        return Program.member(program.get(list + "/rows").body(), "id");
    }

    void await(String list) {
        Instant until = Instant.now().plus(PATIENCE);
        while (!program.get(list).body().contains("\"busy\":false")) {
            assertThat(Instant.now()).as(list).isBefore(until);
            try {
                Thread.sleep(500);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(ended);
            }
        }
    }

    static void approve(Visitor reviewer, List<String> entries) {
        for (String entry : entries) {
            reviewer.open("/agency/review-entry?id=" + entry);
            reviewer.page().locator("input[value=APPROVE]").check();
            atOnce(reviewer);
        }
    }

    static void refuse(Visitor reviewer, String entry) {
        reviewer.open("/agency/review-entry?id=" + entry);
        reviewer.page().locator("input[value=REFUSE]").check();
        reviewer.page().locator("[id='form:reason']").selectOption("R04");
        atOnce(reviewer);
    }

    private static void atOnce(Visitor reviewer) {
        reviewer.page().locator("[id='form:atOnce']").check();
        reviewer.press("Ghi kết quả và sang đề nghị tiếp theo");
        reviewer.confirmation().waitFor();
    }

    private static String at(String list, String part, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return list + "/" + part + "/" + Program.member(answer.body(), "id");
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(FILES.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
