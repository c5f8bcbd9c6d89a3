package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.OrganisationView;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class RegisteringAsAnIndividualIT {
    @Inject
    private IndividualEntries individuals;

    @Inject
    private TestIndividuals people;

    @Inject
    private TestLists lists;

    @Inject
    private EntryReading reading;

    @Inject
    private EntryQueue queue;

    @Inject
    private TestVerdicts decisions;

    @Inject
    private Organisations organisations;

    @Inject
    private Sql sql;

    @Resource
    private ManagedExecutorService others;

    @Test
    void the_entry_comes_to_the_commune_of_residence() {
        IndividualEntries.Sent sent = people.sent(people.person());

        Actor officer = lists.reviewer("UBND-22327");
        EntryView entry = reading.byCode(sent.code()).orElseThrow();
        assertThat(entry.agencyId()).isEqualTo(officer.agencyId());
        assertThat(entry.templateCode()).isEqualTo("M10");
        assertThat(entry.state()).isEqualTo(EntryState.PENDING);
        assertThat(entry.submittedBy()).isZero();
        assertThat(entry.activities()).containsExactlyInAnyOrder("CHO", "YT_KHAM");
        OrganisationView organisation = organisations.view(entry.organisationId());
        assertThat(organisation.name()).isEqualTo("Cá nhân – Phường Vĩnh Hòa, Thành phố Nha Trang");
        assertThat(organisation.typeCode()).isEqualTo("KDC");
        assertThat(organisation.confirmed()).isTrue();
        assertThat(queue.after(
                        officer,
                        QueueFilter.ALL,
                        Optional.of(new QueuePlace(entry.submittedAt().minusMillis(1), 0)),
                        100))
                .extracting(QueueRow::entryId)
                .contains(sent.entryId());
    }

    @Test
    void people_of_a_commune_are_in_one_list_of_the_month() {
        EntryView first = entry(people.sent(people.person()));
        EntryView second = entry(people.sent(people.person()));

        assertThat(second.listId()).isEqualTo(first.listId());
        assertThat(second.organisationId()).isEqualTo(first.organisationId());
        assertThat(second.line()).isGreaterThan(first.line());
    }

    @Test
    void a_form_sent_many_times_at_once_is_one_entry_with_one_code() throws Exception {
        Map<String, String> cells = people.person();
        cells.put("residence", "Xã Ba Cụm Nam, Huyện Khánh Sơn");
        PublicId ticket = PublicId.random();
        List<Future<IndividualEntries.Outcome>> sending = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            sending.add(others.submit(() -> individuals.send(Actor.VISITOR, ticket, cells, ticket.toString())));
        }

        Set<IndividualEntries.Outcome> outcomes = new HashSet<>();
        for (Future<IndividualEntries.Outcome> each : sending) {
            outcomes.add(each.get(30, TimeUnit.SECONDS));
        }

        assertThat(outcomes).hasSize(1).allMatch(IndividualEntries.Sent.class::isInstance);
        EntryView entry = entry((IndividualEntries.Sent) outcomes.iterator().next());
        assertThat(sql.number("SELECT COUNT(*) FROM stafflist_entry WHERE person_id = ?", entry.personId()))
                .isEqualTo(1);
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM registry_organisation WHERE name = ?",
                        "Cá nhân – Xã Ba Cụm Nam, Huyện Khánh Sơn"))
                .isEqualTo(1);
    }

    @Test
    void who_sends_for_somebody_elses_document_learns_and_changes_nothing() {
        Map<String, String> cells = people.person();
        IndividualEntries.Sent own = people.sent(cells);
        returned(own);
        Map<String, String> stranger = people.person();
        stranger.put("document_number", cells.get("document_number"));
        stranger.put("full_name", "Lê Văn Lạ");

        IndividualEntries.Sent other = people.sent(stranger);

        assertThat(other.entryId()).isNotEqualTo(own.entryId());
        assertThat(other.code()).isNotEqualTo(own.code());
        assertThat(entry(own).name()).isEqualTo(TestIndividuals.NAME);
        assertThat(entry(own).state()).isEqualTo(EntryState.RETURNED);
        assertThat(entry(other).name()).isEqualTo("Lê Văn Lạ");
        assertThat(individuals.check(stranger).problems()).isEmpty();
        assertThat(reading.ofSamePerson(lists.reviewer("UBND-22327"), entry(other)))
                .extracting(EntryReading.Other::name)
                .containsExactly(TestIndividuals.NAME);
    }

    @ParameterizedTest
    @CsvSource({
        "activities, LV_DN, activities, intake.activity-unknown",
        "residence, Phường Không Có, residence, intake.area-unknown",
        "residence, Vạn Thắng, residence, intake.area-ambiguous",
        "reason, '', reason, intake.required-missing",
        "valid_to, 01/01/2020, valid_to, intake.period-over",
        "document_number, 12345, document_number, intake.identity-length",
    })
    void what_is_wrong_is_said_at_the_field(String field, String text, String at, String key) {
        Map<String, String> cells = people.person();
        cells.put(field, text);

        IndividualCheck check = individuals.check(cells);

        assertThat(check.good()).isFalse();
        assertThat(check.errors()).anySatisfy(problem -> {
            assertThat(problem.field()).isEqualTo(at);
            assertThat(problem.key()).isEqualTo(key);
        });
        assertThat(individuals.send(Actor.VISITOR, PublicId.random(), cells, "192.0.2.1"))
                .isInstanceOf(IndividualEntries.Faulty.class);
    }

    @Test
    void a_document_can_be_sent_five_times_a_day_from_one_network_which_keeps_its_owner_elsewhere_not_out() {
        Map<String, String> cells = people.person();
        String stranger = PublicId.random().toString();
        for (int time = 0; time < 5; time++) {
            assertThat(individuals.send(Actor.VISITOR, PublicId.random(), cells, stranger))
                    .isInstanceOf(IndividualEntries.Sent.class);
        }

        assertThat(individuals.send(Actor.VISITOR, PublicId.random(), cells, stranger))
                .isInstanceOf(IndividualEntries.TooManyAttempts.class);
        assertThat(individuals.send(
                        Actor.VISITOR,
                        PublicId.random(),
                        cells,
                        PublicId.random().toString()))
                .isInstanceOf(IndividualEntries.Sent.class);
    }

    @Test
    void from_all_networks_together_a_document_can_be_sent_fifty_times_a_day() {
        Map<String, String> cells = people.person();
        for (int time = 0; time < 50; time++) {
            people.sent(cells);
        }

        assertThat(individuals.send(
                        Actor.VISITOR,
                        PublicId.random(),
                        cells,
                        PublicId.random().toString()))
                .isInstanceOf(IndividualEntries.TooManyAttempts.class);
    }

    @Test
    void a_network_address_can_send_thirty_times_an_hour() {
        String address = PublicId.random().toString();
        for (int time = 0; time < 30; time++) {
            assertThat(individuals.send(Actor.VISITOR, PublicId.random(), people.person(), address))
                    .isInstanceOf(IndividualEntries.Sent.class);
        }

        assertThat(individuals.send(Actor.VISITOR, PublicId.random(), people.person(), address))
                .isInstanceOf(IndividualEntries.TooManyAttempts.class);
        assertThat(individuals.send(
                        Actor.VISITOR,
                        PublicId.random(),
                        people.person(),
                        PublicId.random().toString()))
                .isInstanceOf(IndividualEntries.Sent.class);
    }

    @Test
    void an_officer_of_the_commune_may_enter_for_somebody_and_another_one_decides() {
        Actor officer = lists.reviewer("UBND-22327");
        Actor colleague = lists.reviewer("UBND-22327");

        IndividualEntries.Sent sent =
                (IndividualEntries.Sent) individuals.sendFor(officer, PublicId.random(), people.person());

        EntryView entry = entry(sent);
        Verdict own = new Verdict(officer, Outcome.APPROVE, "", "");
        assertThat(entry.submittedBy()).isEqualTo(officer.accountId());
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> decisions.decide(officer, entry.id(), entry.version(), own))
                .withMessageContaining("stafflist.four-eyes");
        decisions.decide(colleague, entry.id(), entry.version(), new Verdict(colleague, Outcome.APPROVE, "", ""));
        assertThat(entry(sent).state()).isEqualTo(EntryState.APPROVED);
    }

    @Test
    void an_officer_who_sends_by_the_public_page_is_its_sender_and_does_not_decide_it() {
        Actor officer = lists.reviewer("UBND-22327");

        EntryView entry = entry(
                (IndividualEntries.Sent) individuals.send(officer, PublicId.random(), people.person(), "192.0.2.7"));

        assertThat(entry.submittedBy()).isEqualTo(officer.accountId());
        assertThat(onTrail("stafflist.individual-sent", officer, entry)).isEqualTo(1);
        assertApprovesNot("stafflist.four-eyes", officer, entry);
        EntryView ofEmployee = entry((IndividualEntries.Sent)
                individuals.send(lists.factory(), PublicId.random(), people.person(), "192.0.2.7"));
        assertThat(ofEmployee.submittedBy()).isZero();
    }

    @Test
    void an_officer_who_mends_it_as_the_citizen_does_not_decide_it() {
        Actor officer = lists.reviewer("UBND-22327");
        Actor colleague = lists.reviewer("UBND-22327");
        Map<String, String> cells = people.person();
        IndividualEntries.Sent sent = people.sent(cells);
        IndividualEntries.Proof proof = proof(sent, cells);

        for (Actor mender : List.of(officer, colleague, officer)) {
            returned(sent);
            individuals.mend(mender, proof, cells);
        }

        assertThat(onTrail("stafflist.individual-mended", officer, entry(sent))).isEqualTo(2);
        assertApprovesNot("stafflist.four-eyes", officer, entry(sent));
        assertApprovesNot("stafflist.decided-before", colleague, entry(sent));
        List<Actor> more = List.of(lists.reviewer("UBND-22327"), lists.reviewer("UBND-22327"));
        for (Actor mender : more) {
            returned(sent);
            individuals.mend(mender, proof, cells);
        }
        more.forEach(mender -> assertApprovesNot("stafflist.decided-before", mender, entry(sent)));
        Actor other = lists.reviewer("UBND-22327");
        EntryView entry = entry(sent);
        decisions.decide(other, entry.id(), entry.version(), new Verdict(other, Outcome.APPROVE, "", ""));
        assertThat(entry(sent).state()).isEqualTo(EntryState.APPROVED);
    }

    private void assertApprovesNot(String code, Actor officer, EntryView entry) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> decisions.decide(
                        officer, entry.id(), entry.version(), new Verdict(officer, Outcome.APPROVE, "", "")))
                .withMessageContaining(code);
    }

    private long onTrail(String action, Actor actor, EntryView entry) {
        return sql.number(
                "SELECT COUNT(*) FROM audit_record WHERE action = ? AND actor_id = ? AND subject_id = ?",
                action,
                actor.accountId(),
                entry.id().toString());
    }

    @Test
    void an_officer_of_another_commune_may_not() {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> individuals.sendFor(lists.reviewer("UBND-22423"), PublicId.random(), people.person()))
                .withMessageContaining("stafflist.individual-of-another-agency");
    }

    @Test
    void a_returned_entry_is_mended_under_its_own_code_and_goes_where_the_person_lives_now() {
        Map<String, String> cells = people.person();
        IndividualEntries.Sent sent = people.sent(cells);
        returned(sent);
        IndividualEntries.Proof proof = proof(sent, cells);
        Map<String, String> mended = individuals.cells(proof);
        mended.put("residence", "Phường Ba Ngòi, Thành phố Cam Ranh");
        mended.put("document_number", people.person().get("document_number"));

        assertThat(individuals.mend(Actor.VISITOR, proof, mended)).isEqualTo(sent);

        EntryView entry = entry(sent);
        assertThat(entry.state()).isEqualTo(EntryState.PENDING);
        assertThat(entry.agencyId()).isEqualTo(lists.reviewer("UBND-22423").agencyId());
        assertThat(organisations.view(entry.organisationId()).name()).contains("Ba Ngòi");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> individuals.mend(Actor.VISITOR, proof, mended))
                .withMessageContaining("stafflist.entry-not-returned");
    }

    @Test
    void an_entry_is_taken_back_once_and_only_while_it_is_open() {
        Map<String, String> cells = people.person();
        IndividualEntries.Sent sent = people.sent(cells);
        IndividualEntries.Proof proof = proof(sent, cells);

        individuals.withdraw(Actor.VISITOR, proof);

        assertThat(entry(sent).state()).isEqualTo(EntryState.WITHDRAWN);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> individuals.withdraw(Actor.VISITOR, proof))
                .withMessageContaining("stafflist.entry-not-open");
    }

    private IndividualEntries.Proof proof(IndividualEntries.Sent sent, Map<String, String> cells) {
        return individuals
                .prove(sent.code(), cells.getOrDefault("document_number", ""), "192.0.2.1")
                .orElseThrow();
    }

    private void returned(IndividualEntries.Sent sent) {
        Actor officer = lists.reviewer("UBND-22327");
        EntryView entry = entry(sent);
        decisions.decide(officer, entry.id(), entry.version(), new Verdict(officer, Outcome.RETURN, "R03", ""));
    }

    private EntryView entry(IndividualEntries.Sent sent) {
        return reading.byCode(sent.code()).orElseThrow();
    }
}
