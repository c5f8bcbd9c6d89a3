package vn.khanhhoa.thecovid.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class KeepingPostsIT {
    @Inject
    private Posts posts;

    @Inject
    private PostPapers papers;

    @Inject
    private Devices devices;

    @Inject
    private TestPosts some;

    @Inject
    private Sql sql;

    @Inject
    private TestClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void a_post_is_open_at_once_and_is_closed_and_opened_without_losing_anything() {
        Actor head = some.head();
        PublicId post = posts.add(head, some.form(PostKind.CHECKPOINT, "  Chốt  Đèo Cả "));
        assertThat(posts.view(head, post).name()).isEqualTo("Chốt Đèo Cả");
        assertThat(posts.view(head, post).form().activities()).startsWith("QC_LIENHUYEN");
        assertThat(posts.view(head, post).form().fallbackVi()).contains("giấy tờ tùy thân");
        assertThat(posts.openness(head, post).open()).isTrue();
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> posts.open(head, post, null));

        clock.forward(Duration.ofMinutes(1));
        posts.close(head, post, null);
        posts.open(head, post, clock.instant().plus(Duration.ofHours(3)));
        assertThat(posts.openness(head, post).kept()).isFalse();
        assertThat(posts.openness(head, post).changes()).isNotNull();
        clock.forward(Duration.ofHours(4));
        assertThat(posts.openness(head, post).open()).isTrue();
        assertThat(posts.turns(head, post)).extracting(PostTurn::opens).containsExactly(true, false, true);
        assertThatExceptionOfType(RuleViolation.class)
                .as("what has come is not taken back")
                .isThrownBy(() -> posts.dropTurn(
                        head, post, posts.turns(head, post).get(0).id()));
    }

    @Test
    void what_is_to_come_is_taken_back_and_hours_are_of_the_week_and_of_days() {
        Actor head = some.head();
        PublicId post = some.post(head);
        posts.close(head, post, clock.instant().plus(Duration.ofDays(1)));
        posts.dropTurn(head, post, posts.turns(head, post).get(0).id());
        clock.forward(Duration.ofDays(2));
        assertThat(posts.openness(head, post).open()).isTrue();

        LocalDate today = LocalDate.now(clock);
        posts.setWeek(head, post, Collections.nCopies(7, "00:00-24:00"));
        posts.setDays(head, post, today, today.plusDays(2), "");
        assertThat(posts.openness(head, post).open()).isFalse();
        assertThat(posts.openness(head, post).kept()).isTrue();
        assertThat(posts.timetable(head, post).days())
                .containsExactly(new Timetable.Days(today, today.plusDays(2), ""));
        posts.removeDays(head, post, today, today.plusDays(1));
        assertThat(posts.timetable(head, post).days())
                .containsExactly(new Timetable.Days(today.plusDays(2), today.plusDays(2), ""));
        assertThat(posts.openness(head, post).open()).isTrue();
        posts.setWeek(head, post, Collections.nCopies(7, ""));
        assertThat(posts.timetable(head, post).week()).isEmpty();
    }

    @Test
    void another_agency_does_not_find_a_post_by_its_id_whatever_it_tries() {
        Actor head = some.head();
        Actor other = some.head();
        PublicId post = some.post(head);
        LocalDate today = LocalDate.now(clock);

        for (Runnable attempt : List.<Runnable>of(
                () -> posts.view(other, post),
                () -> posts.openness(other, post),
                () -> posts.turns(other, post),
                () -> posts.timetable(other, post),
                () -> posts.change(other, post, 0, some.form(PostKind.MARKET, "Của ai")),
                () -> posts.open(other, post, null),
                () -> posts.close(other, post, null),
                () -> posts.dropTurn(other, post, 1),
                () -> posts.setWeek(other, post, Collections.nCopies(7, "")),
                () -> posts.setDays(other, post, today, today, ""),
                () -> posts.removeDays(other, post, today, today),
                () -> papers.of(other, post),
                () -> papers.add(other, post, true, "Giấy", "", today, null),
                () -> papers.end(other, post, "P1"),
                () -> devices.at(other, post),
                () -> devices.add(other, post, "Máy"))) {
            assertThatExceptionOfType(NotFound.class).isThrownBy(attempt::run);
        }
        assertThat(posts.list(other, PostFilter.ALL, 0, 10)).isEmpty();
        PublicId theirs = devices.add(other, null, "Máy").device();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> devices.move(other, theirs, post));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> devices.move(head, theirs, post));
        for (Role role : Role.values()) {
            if (role != Role.APPROVER) {
                assertThatExceptionOfType(RuleViolation.class)
                        .isThrownBy(() -> posts.view(new Actor(8_103, "", role, 1, head.agencyId()), post));
            }
        }
    }

    @Test
    void two_who_change_a_post_at_once_do_not_overwrite_each_other_and_what_is_wrong_is_refused() {
        Actor head = some.head();
        PublicId post = some.post(head);
        posts.change(head, post, 0, some.form(PostKind.MARKET, "Chợ Đầm"));

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> posts.change(head, post, 0, some.form(PostKind.OFFICE, "Khác")))
                .matches(rule -> rule.code().equals("platform.changed-meanwhile"));
        assertThat(posts.view(head, post).form().activities()).containsExactly("CHO", "LV_TIEPXUC");
        PostForm form = some.form(PostKind.OFFICE, "Nơi");
        for (PostForm wrong : List.of(
                some.form(PostKind.OFFICE, " "),
                some.form(PostKind.OTHER, "Không hoạt động"),
                new PostForm(form.kind(), "A", 1, 0, "", List.of("NO_SUCH"), 30, 60, "", ""),
                new PostForm(form.kind(), "A", -1, 0, "", form.activities(), 30, 60, "", ""),
                new PostForm(form.kind(), "A", form.areaId(), 0, "", form.activities(), 0, 60, "", ""),
                new PostForm(form.kind(), "A", form.areaId(), 0, "", form.activities(), 30, 4, "", ""))) {
            assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> posts.add(head, wrong));
        }
    }

    @Test
    void a_paper_counts_for_its_days_at_one_post_or_at_all() {
        Actor head = some.head();
        PublicId one = some.post(head);
        PublicId two = some.post(head);
        LocalDate today = LocalDate.now(clock);
        papers.add(head, one, false, "Giấy đi đường", "", today, null);
        papers.add(head, one, true, "Phiếu đi chợ", "Shopping slip", today.plusDays(1), today.plusDays(9));

        assertThat(papers.of(head, one)).hasSize(2);
        assertThat(papers.of(head, two)).extracting(PaperView::nameEn).containsExactly("Shopping slip");
        String code = papers.of(head, two).get(0).code();
        papers.end(head, two, code);
        assertThat(papers.of(head, one))
                .noneMatch(paper -> paper.code().equals(code) && paper.countsOn(today.plusDays(2)));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> papers.end(head, two, code));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> papers.add(head, one, false, "Giấy", "", today, today.minusDays(1)));
    }

    @Test
    void posts_are_found_by_part_of_name_or_address_and_by_kind_with_their_devices() {
        Actor head = some.head();
        PublicId checkpoint = posts.add(head, some.form(PostKind.CHECKPOINT, "Chốt Rù Rì"));
        posts.add(head, some.form(PostKind.MARKET, "Chợ Xóm Mới"));
        devices.add(head, checkpoint, "Máy 1");
        devices.shutOut(head, devices.add(head, checkpoint, "Máy 2").device());

        assertThat(posts.list(head, new PostFilter("rù", Optional.empty()), 0, 10))
                .singleElement()
                .satisfies(line -> assertThat(line.devices()).isEqualTo(1));
        assertThat(posts.count(head, new PostFilter("quốc lộ", Optional.of(PostKind.MARKET))))
                .isEqualTo(1);
        assertThat(devices.at(head, checkpoint))
                .hasSize(2)
                .allMatch(each -> each.postName().equals("Chốt Rù Rì"));
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM audit_record WHERE action = 'verification.post-added' AND subject_id = ?",
                        checkpoint.toString()))
                .isEqualTo(1);
    }
}
