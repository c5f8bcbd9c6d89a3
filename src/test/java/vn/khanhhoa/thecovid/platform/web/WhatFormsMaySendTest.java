package vn.khanhhoa.thecovid.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is kept of a search, and where files are taken, is what the pages have forms for. */
class WhatFormsMaySendTest {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern FORM =
            Pattern.compile("<form [^>]*action=\"#\\{request\\.contextPath}/search\".*?</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<(?:input|select|textarea) [^>]*?\\bname=\"([a-z]+)\"");
    private static final Pattern PAGE = Pattern.compile("name=\"page\" value=\"([^\"]+)\"");

    @Test
    void the_fields_of_every_form_that_searches_are_kept_and_no_others() throws IOException {
        Map<String, Set<String>> forms = new TreeMap<>();
        for (Path page : pages()) {
            Matcher form = FORM.matcher(Files.readString(page));
            while (form.find()) {
                Matcher named = PAGE.matcher(form.group());
                assertThat(named.find()).as(page.toString()).isTrue();
                Set<String> fields = FIELD.matcher(form.group())
                        .results()
                        .map(field -> field.group(1))
                        .filter(field -> !field.equals("page"))
                        .collect(Collectors.toCollection(TreeSet::new));
                forms.put(named.group(1), fields);
            }
        }

        assertThat(forms).isEqualTo(new TreeMap<>(Searches.FIELDS));
    }

    @Test
    void files_are_taken_by_the_pages_that_ask_for_them_and_no_others() throws IOException {
        Set<String> asking = new TreeSet<>();
        for (Path page : pages()) {
            if (Files.readString(page).contains("h:inputFile")) {
                asking.add("/" + PAGES.relativize(page).toString().replace(".xhtml", ""));
            }
        }

        // Fragments are those of the registration, and of criteria sets and matrices.
        assertThat(asking)
                .containsExactly(
                        "/WEB-INF/fragments/eligibility/rule-import",
                        "/WEB-INF/fragments/eligibility/rule-steps",
                        "/WEB-INF/fragments/registry/upload",
                        "/admin/card-letterhead",
                        "/admin/forms",
                        "/agency-head/posts",
                        "/agency/entry-exception",
                        "/agency/entry-paper",
                        "/health-data/source",
                        "/health-office/exception-entry",
                        "/organisation/staff-list");
        assertThat(Uploads.PAGES)
                .containsExactlyInAnyOrder(
                        "/admin/card-letterhead",
                        "/admin/forms",
                        "/agency-head/posts",
                        "/agency/entry-exception",
                        "/agency/entry-paper",
                        "/criteria-office/criteria-set",
                        "/criteria-office/criteria-sets",
                        "/criteria-office/matrices",
                        "/criteria-office/matrix",
                        "/health-data/source",
                        "/health-office/exception-entry",
                        "/organisation/registration",
                        "/organisation/staff-list");
    }

    private static Set<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
