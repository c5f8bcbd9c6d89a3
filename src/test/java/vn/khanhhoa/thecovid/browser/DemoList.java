package vn.khanhhoa.thecovid.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import vn.khanhhoa.thecovid.intake.Choice;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.intake.ReferenceLists;

/** Lists of the enterprise of the demo province. */
final class DemoList {
    static final String PLACE = "Nhà máy chế biến Vĩnh Hòa";
    private static final ReferenceLists LISTS = new ReferenceLists(
            ListFiles.LISTS.communes(),
            List.of(Choice.of("1", PLACE)),
            List.of(Choice.of("LV_DN", "Làm việc tại doanh nghiệp, nhà máy, khu công nghiệp")));

    private DemoList() {}

    static ListFiles people(int count) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        return nobodyElse(ListFiles.m01(count, 0, System.nanoTime(), LISTS, today, today.plusDays(60)));
    }

    /** With documents that people of no other test have. */
    static ListFiles nobodyElse(ListFiles people) {
        int number = ThreadLocalRandom.current().nextInt(100_000, 900_000);
        for (List<String> row : people.rows()) {
            String own =
                    ListFiles.get(row, "document_number").substring(0, 6) + String.format("%06d", number++ % 1_000_000);
            ListFiles.set(row, "document_number", own);
        }
        return people;
    }

    /** A new list by the form M01 with what the file brings; its id. */
    static String begin(Visitor officer, String name, String fileName, byte[] file) {
        officer.signInAs(Demo.OFFICER);
        officer.open("/organisation/staff-lists");
        officer.fill("form:name", name);
        officer.press("Lập danh sách mới");
        upload(officer, fileName, file);
        return officer.page().url().replaceFirst(".*[?&]id=([^&]+).*", "$1");
    }

    /** Into the list whose page is open; waits until the file was read. */
    static void upload(Visitor officer, String fileName, byte[] file) {
        officer.page()
                .locator("[id='form:file']")
                .setInputFiles(new FilePayload(fileName, "application/octet-stream", file));
        officer.press("Tải lên");
        awaitReading(officer);
    }

    /** The list whose page is open, with what is good of it; waits until it is done. */
    static void submit(Visitor officer) {
        officer.follow("Xem lại và gửi");
        officer.page().locator("[id='send:submit']").click();
        officer.page().waitForLoadState();
        awaitReading(officer);
    }

    /** What of somebody waits for a reviewer who is signed in, so that it takes effect at once. */
    static void approve(Visitor reviewer, String name) {
        reviewer.open("/agency/review-queue");
        reviewer.fill("name", name);
        reviewer.press("Lọc");
        reviewer.follow(name);
        reviewer.page().locator("input[value=APPROVE]").check();
        reviewer.page().locator("[id='form:atOnce']").check();
        reviewer.press("Ghi kết quả và sang đề nghị tiếp theo");
        reviewer.confirmation().waitFor();
    }

    /** The list whose page is open, so that nothing of it is left in a queue. */
    static void withdraw(Visitor officer) {
        officer.page().locator("[data-opens='withdraw']").click();
        officer.page().locator("[id='withdrawing:withdraw']").click();
        officer.page().waitForLoadState();
    }

    static void awaitReading(Visitor officer) {
        officer.page()
                .waitForCondition(
                        () -> officer.page().locator("[data-refresh]").count() == 0
                                && officer.page().locator(".figure-row").count() >= 1,
                        new Page.WaitForConditionOptions().setTimeout(120_000));
    }
}
