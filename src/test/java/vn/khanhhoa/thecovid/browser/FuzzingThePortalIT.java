package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.intake.HostileLists;
import vn.khanhhoa.thecovid.intake.HostileRows;
import vn.khanhhoa.thecovid.intake.ListFiles;

/** Broken files and odd cells through the open door: no answer of the API and no page is a fault of the portal. */
@InBrowser
class FuzzingThePortalIT {
    private static final String LISTS = "/api/v1/staff-lists";
    private static final int FILES = 60;

    private final HostileLists broken = new HostileLists();

    @Test
    void whatever_is_sent_is_answered_read_and_shown(Visitor administrator) throws Exception {
        administrator.signInAs(Demo.OFFICER);
        Program sending = Program.given(administrator, ApiScope.values());
        Program looking = Program.given(administrator, ApiScope.values());
        List<String> lists = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            boolean json = i % 4 == 3;
            byte[] file = i % 3 == 0 && !json ? broken.make(i) : HostileRows.file(ListFiles.m01(8, 2, i), i);
            HttpResponse<String> begun = sending.call(
                    "POST",
                    LISTS + "?form=M01&name=Tep%20" + i,
                    json ? Program.JSON : "application/octet-stream",
                    json ? named(file, i) : file);
            assertThat(begun.statusCode()).as("file %d: %s", i, begun.body()).isIn(202, 400, 422);
            if (begun.statusCode() == 202) {
                lists.add(Program.member(begun.body(), "id"));
            }
        }
        assertThat(lists).hasSizeGreaterThan(FILES / 2);
        for (String list : lists) {
            awaitIdle(looking, list);
            assertThat(looking.get(LISTS + "/" + list + "/uploads").body())
                    .containsAnyOf("\"state\":\"taken\"", "\"state\":\"refused\"", "\"state\":\"choice\"")
                    .doesNotContain("stafflist.reading-failed");
            for (String part : List.of("/rows?count=200", "/problems", "/problems.xlsx")) {
                HttpResponse<String> answer = looking.get(LISTS + "/" + list + part);
                assertThat(answer.statusCode()).as("%s of %s", part, list).isEqualTo(200);
            }
            for (String page : List.of("staff-list", "staff-list-rows")) {
                assertThat(administrator
                                .fetch("/organisation/" + page + "?id=" + list)
                                .status())
                        .as("%s of %s", page, list)
                        .isEqualTo(200);
            }
        }
    }

    private static byte[] named(byte[] json, int i) {
        String text = new String(json, StandardCharsets.UTF_8);
        return text.replace("{\"form\":\"M01\",", "{\"form\":\"M01\",\"name\":\"Tệp " + i + "\",")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void awaitIdle(Program program, String list) throws InterruptedException {
        long latest = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!program.get(LISTS + "/" + list).body().contains("\"busy\":false")) {
            assertThat(System.nanoTime()).as("the list comes to rest").isLessThan(latest);
            TimeUnit.SECONDS.sleep(1);
        }
    }
}
