package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody with a browser of their own, in Vietnamese until they change the language. */
public final class Visitor {
    private static final double PATIENCE = 45_000;

    private final RunningPortal portal;
    private final BrowserContext context;
    private final Page page;
    private final List<String> scriptErrors = new ArrayList<>();

    Visitor(RunningPortal portal, Browser browser) {
        this.portal = portal;
        context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setAcceptDownloads(true));
        context.setDefaultTimeout(PATIENCE);
        page = context.newPage();
        page.onPageError(scriptErrors::add);
    }

    /** The first of what the portal's database answers. */
    String stored(String query, Object... args) {
        return portal.stored(query, args);
    }

    /** Playwright's own page, for whatever has no word here. */
    public Page page() {
        return page;
    }

    public void open(String path) {
        page.navigate(portal.url(path));
    }

    public void signIn(String email, String password) {
        open("/public/sign-in");
        fill("form:email", email);
        fill("form:password", password);
        leaveBy(page.locator("[id='form:enter']"));
    }

    /** As one of the demo accounts; waits for the page after it. */
    public void signInAs(String email) {
        signIn(email, Demo.PASSWORD);
        assertThat(page.locator("[id='leave:out']").isVisible())
                .as("signed in as " + email)
                .isTrue();
    }

    public void signOut() {
        leaveBy(page.locator("[id='leave:out']"));
    }

    public void fill(String id, String text) {
        page.locator("[id='" + id + "']").fill(text);
    }

    /** By the label of the option, in a list to choose one from. */
    public void choose(String id, String option) {
        page.locator("[id='" + id + "']").selectOption(new SelectOption().setLabel(option));
    }

    /** A link of a mail: only its path and fragment, for it names the portal by its public address. */
    public void openLink(String link) {
        URI address = URI.create(link);
        open(address.getPath() + (address.getFragment() == null ? "" : "#" + address.getFragment()));
    }

    /** A button that sends the form; waits for the page that answers. */
    public void press(String button) {
        leaveBy(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first());
    }

    public void follow(String link) {
        leaveBy(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first());
    }

    public void switchLanguage() {
        leaveBy(page.locator("a.language"));
    }

    /** The answer to a form has the form's own address, so there is no other sign that it has come. */
    @SuppressWarnings("deprecation")
    private void leaveBy(Locator control) {
        page.waitForNavigation(control::click);
    }

    public String title() {
        return page.locator("h1").first().innerText();
    }

    /** What the page says is wrong, in the summary at its head. */
    public List<String> problems() {
        return page.locator(".error-summary li").allInnerTexts().stream()
                .map(String::strip)
                .toList();
    }

    public Locator confirmation() {
        return page.locator(".confirmation").first();
    }

    /** An answer without the browser, in this visitor's session; redirects are not followed. */
    public APIResponse fetch(String path) {
        return context.request().get(portal.url(path), RequestOptions.create().setMaxRedirects(0));
    }

    /** Nothing that axe-core finds fault with, and no script that failed. */
    public void assertAccessible() {
        assertAccessible(page);
        assertThat(scriptErrors).as("script errors on " + page.url()).isEmpty();
    }

    static void assertAccessible(Page page) {
        List<String> found = new AxeBuilder(page)
                .analyze().getViolations().stream().map(Visitor::told).toList();
        assertThat(found).as("axe-core on " + page.url()).isEmpty();
    }

    private static String told(Rule rule) {
        StringBuilder lines = new StringBuilder("\n" + rule.getImpact() + " " + rule.getId() + ": " + rule.getHelp());
        rule.getNodes()
                .forEach(node -> lines.append("\n  ")
                        .append(node.getTarget())
                        .append(" ")
                        .append(node.getHtml())
                        .append("\n  ")
                        .append(node.getFailureSummary()));
        return lines.toString();
    }

    void photograph(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    void leave() {
        context.close();
    }
}
