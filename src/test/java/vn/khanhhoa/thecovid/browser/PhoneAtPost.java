package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A phone with the scanner on it. Codes are shown to it as pictures, or as a film to its camera. */
final class PhoneAtPost implements AutoCloseable {
    private static final int PICTURE = 600;

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> scriptErrors = new ArrayList<>();

    PhoneAtPost(Browser browser, String address) {
        this(browser, address, 390, 844);
    }

    PhoneAtPost(Browser browser, String address, int width, int height) {
        this.address = address;
        context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setViewportSize(width, height)
                .setAcceptDownloads(true));
        context.setDefaultTimeout(30_000);
        page = context.newPage();
        page.onPageError(scriptErrors::add);
        page.navigate(address);
    }

    Page page() {
        return page;
    }

    PhoneAtPost signIn(String code) {
        page.locator("#begin-code").fill(code);
        press("Đăng nhập");
        page.locator("#work").waitFor();
        waitFor("trạng thái lúc");
        return this;
    }

    /** Until all of its shell is kept on the phone. */
    PhoneAtPost installed() {
        page.waitForFunction("() => navigator.serviceWorker.controller !== null");
        return this;
    }

    void offline(boolean offline) {
        context.setOffline(offline);
    }

    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    /** In the menu. */
    void choose(String button) {
        press("Menu");
        press(button);
    }

    void refresh() {
        choose("Cập nhật ngay");
        page.locator("#dialog-menu").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    void waitFor(String text) {
        page.getByText(text)
                .filter(new Locator.FilterOptions().setVisible(true))
                .first()
                .waitFor();
    }

    /** Shows a code and waits for the verdict on it; what is said, in one line. */
    String show(String code) {
        return show(picture(code));
    }

    String show(byte[] picture) {
        next();
        page.setInputFiles("#picture", new FilePayload("the.png", "image/png", picture));
        return verdict();
    }

    void next() {
        Locator next = page.locator("[data-act='next']");
        if (next.isVisible()) {
            next.click();
        }
    }

    String verdict() {
        Locator told = page.locator(".told-verdict");
        try {
            told.waitFor();
        } catch (PlaywrightException none) {
            throw new AssertionError(
                    "no verdict; " + scriptErrors + page.locator("body").innerText(), none);
        }
        return told.getAttribute("data-verdict") + " " + told.innerText().replaceAll("\\s+", " ");
    }

    void waitForVerdict(String verdict) {
        page.locator(".told-verdict[data-verdict='" + verdict + "']").waitFor();
    }

    String alerts() {
        return page.locator("#alerts").innerText();
    }

    void waitForAlert(String text) {
        page.locator("#alerts").getByText(text).first().waitFor();
    }

    /** From now on its own clock stands still at that moment. */
    void clock(Instant moment) {
        page.clock().setFixedTime(moment.toEpochMilli());
    }

    /** The file for another phone. */
    Path file() {
        press("Menu");
        Path file =
                page.waitForDownload(() -> press("Chuyển dữ liệu cho máy khác")).path();
        press("Đóng");
        return file;
    }

    String take(Path file) {
        press("Menu");
        page.setInputFiles("#take", file);
        page.locator("#menu-told:not(:empty)").waitFor();
        String told = page.locator("#menu-told").innerText();
        press("Đóng");
        return told;
    }

    /** The figures of the shift, in one line; they stay open. */
    String shift() {
        choose("Giao ca");
        page.locator("#dialog-shift").waitFor();
        return page.locator("#shift-figures").innerText().replaceAll("\\s+", " ");
    }

    void newShift() {
        press("Bắt đầu ca mới");
        press("Bắt đầu, đếm lại từ 0");
        waitFor("Ca mới đã bắt đầu");
    }

    /** How many records the phone keeps under a name, or in the queue. */
    int keeps(String store, String key) {
        return ((Number) page.evaluate("""
                        async ([store, key]) => {
                          const db = await new Promise((resolve) => {
                            const asked = indexedDB.open("thecovid-scan");
                            asked.onsuccess = () => resolve(asked.result);
                          });
                          const all = db.transaction(store).objectStore(store);
                          const count = key === "" ? all.count() : all.count(key);
                          return new Promise((resolve) => { count.onsuccess = () => { db.close(); resolve(count.result); }; });
                        }""", List.of(store, key))).intValue();
    }

    void assertAccessible() {
        page.waitForFunction("() => document.getAnimations().every(each => each.playState !== 'running')");
        Visitor.assertAccessible(page);
        assertThat(scriptErrors).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }

    private static byte[] picture(String code) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            MatrixToImageWriter.writeToStream(
                    new QRCodeWriter()
                            .encode(
                                    code,
                                    BarcodeFormat.QR_CODE,
                                    PICTURE,
                                    PICTURE,
                                    Map.of(EncodeHintType.CHARACTER_SET, "UTF-8")),
                    "png",
                    out);
            return out.toByteArray();
        } catch (WriterException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
