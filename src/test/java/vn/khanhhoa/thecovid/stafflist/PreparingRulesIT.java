package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.Routing;
import vn.khanhhoa.thecovid.registry.RoutingAdministration;
import vn.khanhhoa.thecovid.registry.RoutingDraft;
import vn.khanhhoa.thecovid.registry.RoutingDrafts;
import vn.khanhhoa.thecovid.registry.RoutingQuestion;
import vn.khanhhoa.thecovid.registry.RoutingRuleView;
import vn.khanhhoa.thecovid.registry.RuleComparison;
import vn.khanhhoa.thecovid.registry.RuleComparison.Change;
import vn.khanhhoa.thecovid.registry.TestRouting;
import vn.khanhhoa.thecovid.registry.UnansweredRule;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class PreparingRulesIT {
    private static final Actor ADMINISTRATOR = TestAccounts.ADMINISTRATOR;

    @Inject
    private TestRouting rules;

    @Inject
    private TestLists lists;

    @Inject
    private RoutingDrafts drafts;

    @Inject
    private RoutingAdministration administration;

    @Inject
    private Routing routing;

    @Inject
    private Surveys surveys;

    @Inject
    private Catalogue catalogue;

    @Inject
    private EntryReading reading;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Resource
    private ManagedExecutorService executor;

    private String code = "";
    private String other = "";
    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void two_agencies_and_a_rule_for_one_of_them() {
        code = "A" + TestLists.fresh();
        other = "B" + TestLists.fresh();
        rules.agency(code);
        rules.agency(other);
        rules.rule(code, code, 8, false);
        today = LocalDate.now(clock);
        drafts.begin(ADMINISTRATOR);
    }

    @AfterEach
    void no_draft() {
        drafts.current(ADMINISTRATOR).ifPresent(draft -> drafts.discard(ADMINISTRATOR, draft.revision()));
    }

    @Test
    void a_draft_has_no_effect_until_it_is_published_and_what_was_sent_before_stays_where_it_is() {
        Actor officer = officer();
        EntryView before = entry(officer);
        RoutingDraft.Line line = line();
        save(to(line.rule(), other), line.version());

        assertThat(target(today)).isEqualTo(agency(code));
        assertThat(changes()).extracting(RuleComparison.Line::change).containsExactly(Change.CHANGED);
        assertThat(drafts.publish(ADMINISTRATOR, revision(), today, "Theo Quyết định 12/QĐ"))
                .isEqualTo(1);

        assertThat(target(today)).isEqualTo(agency(other));
        assertThat(entry(officer).agencyId()).isEqualTo(agency(other));
        assertThat(reading.own(officer, before.id()).agencyId()).isEqualTo(agency(code));
        RoutingRuleView ended = routing.rule(line.originId()).orElseThrow();
        assertThat(ended.targetAgency()).isEqualTo(code);
        assertThat(ended.validTo()).isEqualTo(today.minusDays(1));
        assertThat(administration.publications(ADMINISTRATOR).get(0).note()).isEqualTo("Theo Quyết định 12/QĐ");
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM audit_record WHERE action = 'routing.changed' AND details LIKE ? AND details"
                                + " LIKE ?",
                        "%" + code + "%",
                        "%" + other + "%"))
                .isEqualTo(1);
    }

    @Test
    void published_from_a_later_day_the_old_rules_hold_until_then() {
        RoutingDraft.Line line = line();
        save(to(line.rule(), other), line.version());

        drafts.publish(ADMINISTRATOR, revision(), today.plusDays(3), "Từ tuần sau");

        assertThat(target(today.plusDays(2))).isEqualTo(agency(code));
        assertThat(target(today.plusDays(3))).isEqualTo(agency(other));
    }

    @Test
    void what_was_published_for_later_can_be_taken_back_before_it_holds() {
        RoutingDraft.Line line = line();
        save(to(line.rule(), other), line.version());
        drafts.publish(ADMINISTRATOR, revision(), today.plusDays(3), "Từ tuần sau");
        drafts.begin(ADMINISTRATOR);
        RoutingDraft.Line later = current().lines().stream()
                .filter(each -> each.rule().targetAgency().equals(other))
                .findFirst()
                .orElseThrow();

        save(to(later.rule(), code), later.version());
        drafts.publish(ADMINISTRATOR, revision(), today, "Vẫn như cũ");

        assertThat(target(today.plusDays(3))).isEqualTo(agency(code));
        assertThat(target(today)).isEqualTo(agency(code));
    }

    @Test
    void the_comparison_tells_added_removed_and_moved_rules_apart() {
        RoutingDraft.Line line = line();
        RoutingDraft.Line neighbour = current().lines().stream()
                .filter(each -> each.rule().position() > line.rule().position())
                .findFirst()
                .orElseThrow();
        drafts.move(ADMINISTRATOR, revision(), line.rule().id(), false);
        save(rule(0, 9_001, "X" + code, other), 0);

        assertThat(changes())
                .extracting(RuleComparison.Line::change)
                .containsExactlyInAnyOrder(Change.MOVED, Change.MOVED, Change.ADDED);
        drafts.remove(ADMINISTRATOR, line.rule().id());
        assertThat(changes())
                .extracting(RuleComparison.Line::change)
                .containsExactlyInAnyOrder(Change.REMOVED, Change.MOVED, Change.ADDED);
        assertThat(line.originId()).isNotEqualTo(neighbour.originId());
    }

    @Test
    void two_moved_rules_change_places_when_they_are_published_also_twice_on_a_day() {
        RoutingDraft.Line line = line();
        for (boolean up : List.of(false, true)) {
            drafts.begin(ADMINISTRATOR);
            long id = current().lines().stream()
                    .filter(each -> each.rule().targetAgency().equals(code))
                    .findFirst()
                    .orElseThrow()
                    .rule()
                    .id();
            drafts.move(ADMINISTRATOR, revision(), id, up);
            assertThat(drafts.publish(ADMINISTRATOR, revision(), today, "Đổi thứ tự"))
                    .isEqualTo(2);
        }

        assertThat(routing.rules(today).stream()
                        .filter(rule -> rule.targetAgency().equals(code)))
                .singleElement()
                .extracting(RoutingRuleView::position)
                .isEqualTo(line.rule().position());
    }

    @Test
    void of_two_who_publish_at_once_one_is_told_and_nothing_is_lost() {
        RoutingDraft.Line line = line();
        save(to(line.rule(), other), line.version());
        int shown = revision();
        drafts.publish(ADMINISTRATOR, shown, today, "Người thứ nhất");

        assertRefused("registry.draft-gone", () -> drafts.publish(ADMINISTRATOR, shown, today, "Người thứ hai"));
        assertThat(target(today)).isEqualTo(agency(other));
        assertThat(administration.publications(ADMINISTRATOR).get(0).note()).isEqualTo("Người thứ nhất");
    }

    @Test
    void nobody_publishes_what_they_have_not_seen() {
        RoutingDraft.Line line = line();
        int shown = revision();
        save(to(line.rule(), other), line.version());

        assertRefused("registry.draft-changed", () -> drafts.publish(ADMINISTRATOR, shown, today, "Chưa xem"));
        assertRefused(
                "registry.draft-changed",
                () -> drafts.move(ADMINISTRATOR, shown, line.rule().id(), true));
        assertThatExceptionOfType(OptimisticLockException.class)
                .isThrownBy(() -> save(to(line.rule(), code), line.version()));
        assertThat(target(today)).isEqualTo(agency(code));
    }

    @Test
    void a_draft_without_a_last_rule_or_without_a_reason_is_not_published() {
        RoutingDraft.Line line = line();
        save(to(line.rule(), other), line.version());
        assertRefused("registry.draft-note", () -> drafts.publish(ADMINISTRATOR, revision(), today, " "));
        assertRefused(
                "registry.draft-day", () -> drafts.publish(ADMINISTRATOR, revision(), today.minusDays(1), "Hôm qua"));
        current().lines().stream()
                .filter(each -> each.rule().targetAgency().equals("TCT"))
                .forEach(each -> drafts.remove(ADMINISTRATOR, each.rule().id()));

        assertRefused("registry.draft-no-last", () -> drafts.publish(ADMINISTRATOR, revision(), today, "Thiếu"));
    }

    @Test
    void rules_of_the_draft_that_never_apply_are_named() {
        save(rule(0, 9_002, code, other), 0);

        assertThat(drafts.shadowed(ADMINISTRATOR, today))
                .filteredOn(each -> each.rule().position() == 9_002)
                .singleElement()
                .satisfies(each -> assertThat(each.by()).isNotEmpty());
    }

    @Test
    void a_position_that_another_rule_has_and_an_area_that_is_none_are_refused() {
        RoutingDraft.Line line = line();

        assertRefused("registry.position-taken", () -> save(rule(0, line.rule().position(), "X" + code, other), 0));
        assertRefused("registry.rule-areas", () -> save(rule(0, 9_003, "", "99999"), 0));
    }

    @Test
    void for_all_open_work_a_survey_of_the_draft_says_what_would_go_where_and_by_which_rule() {
        Actor officer = officer();
        PublicId list = lists.submitted(officer, 3);
        RoutingDraft.Line line = line();
        save(to(line.rule(), other), line.version());

        PublicId id = survey(Surveys.Rules.DRAFT, revision());
        Surveys.Progress progress = surveys.progress(ADMINISTRATOR, id);

        assertThat(progress.finished()).isTrue();
        assertThat(progress.done()).isEqualTo(progress.total());
        assertThat(surveys.moves(ADMINISTRATOR, id)).contains(new Surveys.Move(agency(code), agency(other), 3, 1));
        assertThat(surveys.byRule(ADMINISTRATOR, id))
                .filteredOn(each -> each.agencyId() == agency(other))
                .singleElement()
                .satisfies(each -> assertThat(each.entries()).isEqualTo(3))
                .satisfies(each -> assertThat(each.ruleEn()).isEqualTo("Test " + code));
        assertThat(surveys.movedLists(ADMINISTRATOR, id, 0, 1_000))
                .filteredOn(each -> each.organisationId() == officer.organisationId())
                .singleElement()
                .satisfies(each -> assertThat(each.entries()).isEqualTo(3));
        assertThat(reading.ofList(officer, list, Optional.empty(), 0, 3))
                .extracting(EntryView::agencyId)
                .as("nothing is moved")
                .containsOnly(agency(code));
    }

    @Test
    void what_somebody_passed_on_stays_and_what_lay_elsewhere_before_is_not_moved_by_the_draft() {
        Actor officer = officer();
        PublicId list = lists.submitted(officer, 3);
        List<EntryView> all = reading.ofList(officer, list, Optional.empty(), 0, 3);
        sql.update(
                "UPDATE stafflist_entry SET agency_id = ?, forwards = 1 WHERE id = ?",
                agency("SCT"),
                all.get(0).entryId());
        RoutingDraft.Line line = line();
        save(to(line.rule(), other), line.version());
        Actor unchanged = lists.factory();
        EntryView lying = entry(unchanged);
        lists.reroute(lying.entryId(), agency(code));

        PublicId id = survey(Surveys.Rules.DRAFT, revision());

        assertThat(surveys.moves(ADMINISTRATOR, id))
                .filteredOn(move -> move.toAgencyId() == agency(other))
                .containsExactly(new Surveys.Move(agency(code), agency(other), 2, 1));
        assertThat(surveys.movedLists(ADMINISTRATOR, id, 0, 1_000))
                .extracting(Surveys.MovedList::organisationId)
                .contains(officer.organisationId())
                .doesNotContain(unchanged.organisationId());
        Surveys.Progress progress = surveys.progress(ADMINISTRATOR, id);
        assertThat(progress.passedOn()).isPositive();
        assertThat(progress.before()).isPositive();
        assertThat(surveys.moves(ADMINISTRATOR, id).stream()
                        .mapToLong(Surveys.Move::entries)
                        .sum())
                .isEqualTo(progress.moving());
    }

    @Test
    void rules_of_the_draft_that_find_no_agency_are_named_before_it_is_published() {
        RoutingDraft.Line line = line();
        assertThat(unanswered(line.rule().id())).isEmpty();

        rules.ends(code, today.plusDays(10));
        assertThat(unanswered(line.rule().id()))
                .singleElement()
                .satisfies(rule -> assertThat(rule.agency()).contains(code))
                .satisfies(rule -> assertThat(rule.lastDay()).isEqualTo(today.plusDays(10)));

        save(to(line.rule(), "KHONG-CO"), line.version());
        assertThat(unanswered(line.rule().id()))
                .singleElement()
                .satisfies(rule -> assertThat(rule.agency()).isEqualTo("KHONG-CO"))
                .satisfies(rule -> assertThat(rule.lastDay()).isNull());

        save(
                byArea(current().lines().stream()
                        .filter(each -> each.rule().id() == line.rule().id())
                        .findFirst()
                        .orElseThrow()
                        .rule()),
                version(line.rule().id()));
        assertThat(unanswered(line.rule().id()))
                .singleElement()
                .satisfies(rule -> assertThat(rule.everywhere()).isTrue());
    }

    private List<UnansweredRule> unanswered(long ruleId) {
        return drafts.unanswered(ADMINISTRATOR, today).stream()
                .filter(each -> each.rule().id() == ruleId)
                .toList();
    }

    private int version(long ruleId) {
        return drafts.line(ADMINISTRATOR, ruleId).version();
    }

    private static RoutingRuleView byArea(RoutingRuleView rule) {
        return new RoutingRuleView(
                rule.id(),
                rule.position(),
                rule.nameVi(),
                rule.nameEn(),
                "",
                rule.organisationTypes(),
                "",
                "",
                "",
                0,
                false,
                RoutingRuleView.Target.AREA,
                "",
                "KHONG_CO_LOAI_NAY",
                RoutingRuleView.TargetArea.WORKPLACE,
                rule.ownPeople(),
                rule.hours(),
                rule.workingHours(),
                rule.validFrom(),
                null);
    }

    @Test
    void a_survey_of_the_rules_in_force_finds_what_lies_elsewhere() {
        Actor officer = officer();
        EntryView entry = entry(officer);
        lists.reroute(entry.entryId(), agency(other));

        PublicId id = survey(Surveys.Rules.IN_FORCE, 0);

        assertThat(surveys.moves(ADMINISTRATOR, id)).contains(new Surveys.Move(agency(other), agency(code), 1, 1));
    }

    @Test
    void by_the_rules_in_force_nothing_lay_elsewhere_before_also_where_they_are_read_anew_meanwhile() throws Exception {
        entry(officer());
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> changing = executor.runAsync(() -> {
            while (!over.get()) {
                rules.readAnew();
                Thread.onSpinWait();
            }
        });

        Surveys.Progress progress;
        try {
            progress = surveys.progress(ADMINISTRATOR, survey(Surveys.Rules.IN_FORCE, 0));
        } finally {
            over.set(true);
            changing.get(20, TimeUnit.SECONDS);
        }

        assertThat(progress.done()).isPositive();
        assertThat(progress.before()).isZero();
    }

    @Test
    void a_survey_that_is_stopped_goes_on_where_it_was_and_one_whose_draft_changed_says_so() {
        entry(officer());
        entry(officer());
        PublicId id = begin(Surveys.Rules.DRAFT, revision());
        surveys.step(Actor.PORTAL, number(id), 1);
        int done = surveys.progress(ADMINISTRATOR, id).done();
        run(id);

        assertThat(surveys.progress(ADMINISTRATOR, id).done())
                .isGreaterThan(done)
                .isEqualTo(surveys.progress(ADMINISTRATOR, id).total());
        assertThat(surveys.byRule(ADMINISTRATOR, id).stream()
                        .mapToLong(Surveys.ByRule::entries)
                        .sum())
                .isEqualTo(surveys.progress(ADMINISTRATOR, id).total());

        PublicId stale = begin(Surveys.Rules.DRAFT, revision());
        save(rule(0, 9_004, "X" + code, other), 0);
        run(stale);
        assertThat(surveys.progress(ADMINISTRATOR, stale).stale()).isTrue();
    }

    @Test
    void where_people_live_is_kept_for_rules_that_go_by_it() {
        EntryView entry = entry(officer());

        assertThat(sql.number(
                        "SELECT COUNT(*) FROM stafflist_entry WHERE id = ? AND residence_area_id IS NOT NULL",
                        entry.entryId()))
                .isEqualTo(1);
    }

    private RoutingDraft current() {
        return drafts.current(ADMINISTRATOR).orElseThrow();
    }

    private int revision() {
        return current().revision();
    }

    private RoutingDraft.Line line() {
        return current().lines().stream()
                .filter(each -> each.rule().targetAgency().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private List<RuleComparison.Line> changes() {
        return drafts.compare(ADMINISTRATOR, today).changes();
    }

    private void save(RoutingRuleView rule, int version) {
        drafts.save(ADMINISTRATOR, rule, version);
    }

    private static RoutingRuleView to(RoutingRuleView rule, String agency) {
        return new RoutingRuleView(
                rule.id(),
                rule.position(),
                rule.nameVi(),
                rule.nameEn(),
                "",
                rule.organisationTypes(),
                "",
                "",
                "",
                0,
                false,
                RoutingRuleView.Target.AGENCY,
                agency,
                "",
                RoutingRuleView.TargetArea.NONE,
                rule.ownPeople(),
                rule.hours(),
                rule.workingHours(),
                rule.validFrom(),
                null);
    }

    private RoutingRuleView rule(long id, int position, String type, String agencyOrArea) {
        boolean area = type.isEmpty();
        return new RoutingRuleView(
                id,
                position,
                "Thử",
                "Test",
                "",
                type,
                "",
                area ? agencyOrArea : "",
                "",
                0,
                false,
                RoutingRuleView.Target.AGENCY,
                area ? "TCT" : agencyOrArea,
                "",
                RoutingRuleView.TargetArea.NONE,
                false,
                8,
                false,
                today,
                null);
    }

    private long target(LocalDate day) {
        return routing.route(new RoutingQuestion("M01", code, "10", 320, 0, 0, "", 0, 0, false, day))
                .orElseThrow()
                .agencyId();
    }

    private long agency(String agencyCode) {
        return catalogue.agencyByCode(agencyCode, today).orElseThrow().id();
    }

    private Actor officer() {
        Actor officer = lists.organisation(code, "TAX_CODE", TestLists.fresh(), "CONFIRMED");
        lists.workplace(officer, "Nhà máy", "22327", "");
        return officer;
    }

    private EntryView entry(Actor officer) {
        return reading.ofList(officer, lists.submitted(officer, 1), Optional.empty(), 0, 1)
                .get(0);
    }

    private PublicId survey(Surveys.Rules asked, int revision) {
        PublicId id = begin(asked, revision);
        run(id);
        return id;
    }

    /** The job is not left to the scheduler. */
    private PublicId begin(Surveys.Rules asked, int revision) {
        return lists.inTransaction(() -> {
            PublicId id = surveys.begin(ADMINISTRATOR, new Surveys.Question(asked, revision, today, 0));
            sql.update("DELETE FROM platform_job WHERE task_name = ?", SurveyJob.NAME);
            return id;
        });
    }

    private void run(PublicId id) {
        while (surveys.step(Actor.PORTAL, number(id), 50)) {
            Thread.yield();
        }
    }

    private long number(PublicId id) {
        return sql.number("SELECT id FROM stafflist_survey WHERE public_id = ?", id);
    }

    private static void assertRefused(String rule, ThrowingCallable work) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(work)
                .extracting(RuleViolation::code)
                .isEqualTo(rule);
    }
}
