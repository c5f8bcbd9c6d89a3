package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

@InPortal
class SearchingTheQueueIT {
    /** An activity that is asked for less often. */
    private static final String RARE = "YT_KHAM";

    private static final List<String> NAMES = List.of(
            "Đỗ Thị Hà",
            "Đỗ Văn Hạ",
            "Nguyễn Văn An",
            "Nguyễn Thị An Nhiên",
            "An Dương",
            "Trần Hữu Hòa",
            "Lê Thanh Hoa");

    @Inject
    private TestLists lists;

    @Inject
    private EntryQueue queue;

    @Inject
    private TestVerdicts decisions;

    @Inject
    private ListKeeping keeping;

    @Inject
    private Sql sql;

    private Actor officer = Actor.VISITOR;
    private Actor reviewer = Actor.VISITOR;

    @BeforeEach
    void seven_people_submitted_one_after_the_other() {
        officer = lists.factory();
        reviewer = lists.reviewer("SCT");
        for (String name : NAMES) {
            PublicId list = lists.list(officer);
            ListFiles people = lists.people(officer, 1, 0);
            ListFiles.set(people.rows().get(0), "full_name", name);
            lists.upload(officer, list, people.xlsx());
            lists.submit(officer, list);
        }
    }

    @Test
    void shows_the_oldest_first() {
        assertThat(names("")).containsExactlyElementsOf(NAMES);
        assertThat(queue.after(reviewer, filter(""), Optional.empty(), 10))
                .isSortedAccordingTo(Comparator.comparing(QueueRow::submittedAt));
    }

    @Test
    void finds_words_with_or_without_marks_in_any_order() {
        assertThat(names("hà")).containsExactly("Đỗ Thị Hà", "Đỗ Văn Hạ");
        assertThat(names("DO ha")).containsExactly("Đỗ Thị Hà", "Đỗ Văn Hạ");
        assertThat(names("an nguyễn")).containsExactly("Nguyễn Văn An", "Nguyễn Thị An Nhiên");
        assertThat(names("An")).containsExactly("Nguyễn Văn An", "Nguyễn Thị An Nhiên", "An Dương");
        assertThat(names("hoa")).containsExactly("Trần Hữu Hòa", "Lê Thanh Hoa");
        assertThat(names("nguy")).isEmpty();
        assertThat(names("nguyen hoa")).isEmpty();
    }

    @Test
    void counts_what_it_shows() {
        assertThat(queue.count(reviewer, filter("")).entries()).isEqualTo(7);
        assertThat(queue.count(reviewer, filter("an")).entries()).isEqualTo(3);
        assertThat(queue.count(reviewer, filter("an nguyen")).entries()).isEqualTo(2);
        assertThat(queue.last(reviewer, filter("an")))
                .isEqualTo(queue.after(reviewer, filter("duong"), Optional.empty(), 1).stream()
                        .findFirst()
                        .map(QueueRow::place));
    }

    @Test
    void a_form_leads_to_its_entries_and_what_another_key_leads_to_is_counted_among_the_first() {
        assertThat(queue.count(reviewer, filter("").ofForm("M02"), 6)).isEqualTo(new EntryQueue.Count(0, false));
        assertThat(queue.count(reviewer, filter("").ofForm("M01"), 7)).isEqualTo(new EntryQueue.Count(7, false));
        assertThat(queue.count(reviewer, filter("").ofForm("M01").pastAt(Instant.EPOCH), 3))
                .isEqualTo(new EntryQueue.Count(0, false));
        assertThat(queue.count(reviewer, filter("").ofForm("M01").pastAt(Instant.parse("2199-01-01T00:00:00Z")), 3))
                .isEqualTo(new EntryQueue.Count(3, true));
        assertThat(queue.count(reviewer, filter(""), 3)).isEqualTo(new EntryQueue.Count(7, false));
    }

    @Test
    void an_activity_leads_to_its_entries_and_with_a_name_or_a_form_to_those_of_both() {
        PublicId list = lists.list(officer);
        ListFiles people = lists.people(officer, 2, 0);
        ListFiles.set(people.rows().get(0), "full_name", "Đỗ Thị Rừng");
        ListFiles.set(people.rows().get(0), "activities", "LV_DN; " + RARE);
        ListFiles.set(people.rows().get(1), "full_name", "Đỗ Thị Rú");
        ListFiles.set(people.rows().get(1), "activities", "LV_DN");
        lists.upload(officer, list, people.xlsx());
        lists.submit(officer, list);

        assertThat(of(new QueueFilter("", 0, 0, RARE))).contains("Đỗ Thị Rừng").doesNotContain("Đỗ Thị Rú");
        assertThat(of(new QueueFilter("do thi", officer.organisationId(), 0, RARE)))
                .containsExactly("Đỗ Thị Rừng");
        assertThat(of(new QueueFilter("ru", officer.organisationId(), 0, RARE))).isEmpty();
        assertThat(of(new QueueFilter("rung", 0, 0, RARE).ofForm("M01"))).containsExactly("Đỗ Thị Rừng");
        assertThat(of(new QueueFilter("", officer.organisationId(), 0, RARE).ofForm("M01")))
                .containsExactly("Đỗ Thị Rừng");
        assertThat(of(new QueueFilter("", 0, 0, RARE).ofForm("M02"))).isEmpty();

        sql.update(
                "UPDATE stafflist_entry SET activities = ? WHERE organisation_id = ? AND name = 'Đỗ Thị Rú'",
                RARE.replace('_', 'X'),
                officer.organisationId());
        assertThat(of(new QueueFilter("", officer.organisationId(), 0, RARE)
                        .pastAt(Instant.parse("2199-01-01T00:00:00Z"))))
                .as("also where another key leads to them")
                .containsExactly("Đỗ Thị Rừng");

        keeping.withdraw(officer, list);
        assertThat(of(new QueueFilter("", officer.organisationId(), 0, RARE))).isEmpty();
    }

    private List<String> of(QueueFilter filter) {
        return queue.after(reviewer, filter, Optional.empty(), 100).stream()
                .map(QueueRow::name)
                .toList();
    }

    @Test
    void leafs_forwards_and_back_without_gap_or_repetition() {
        for (String name : List.of("", "an")) {
            List<QueueRow> all = queue.after(reviewer, filter(name), Optional.empty(), 100);
            List<QueueRow> leafed = new ArrayList<>();
            Optional<QueuePlace> place = Optional.empty();
            for (List<QueueRow> page = page(name, place); !page.isEmpty(); page = page(name, place)) {
                leafed.addAll(page);
                place = Optional.of(page.get(page.size() - 1).place());
            }
            assertThat(leafed).isEqualTo(all);
            QueuePlace third = all.get(2).place();
            assertThat(queue.before(reviewer, filter(name), third, 10)).isEqualTo(all.subList(0, 2));
            assertThat(queue.before(reviewer, filter(name), third, 1)).isEqualTo(all.subList(1, 2));
        }
    }

    @Test
    void does_not_find_what_was_decided_nor_what_is_anothers() {
        QueueRow first =
                queue.after(reviewer, filter("an"), Optional.empty(), 1).get(0);
        decisions.decide(reviewer, first.id(), 0, new Verdict(reviewer, Outcome.REFUSE, "R01", ""));

        assertThat(names("an")).containsExactly("Nguyễn Thị An Nhiên", "An Dương");
        assertThat(queue.after(lists.reviewer("SXD"), filter("an"), Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void names_the_organisations_whose_people_wait() {
        assertThat(queue.organisations(reviewer, 1_000))
                .contains(new EntryQueue.OrganisationCount(officer.organisationId(), 7));
    }

    private List<QueueRow> page(String name, Optional<QueuePlace> place) {
        return queue.after(reviewer, filter(name), place, 2);
    }

    private List<String> names(String name) {
        return queue.after(reviewer, filter(name), Optional.empty(), 100).stream()
                .map(QueueRow::name)
                .toList();
    }

    private QueueFilter filter(String name) {
        return new QueueFilter(name, officer.organisationId(), 0, "");
    }
}
