package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.khanhhoa.thecovid.review.TestRefusals.assertRefused;

import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryForwarding;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** An entry lies with an agency that is not competent. */
@InPortal
class PassingAnEntryOnIT {
    @Inject
    private TestLists lists;

    @Inject
    private TestDesk desk;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Forwarding forwarding;

    @Inject
    private EntryReading reading;

    @Test
    void what_is_anothers_competence_is_passed_on_with_its_history_and_not_about_for_ever() {
        Actor officer = lists.factory();
        EntryView entry = desk.one(officer);
        Actor here = lists.reviewer("SCT");
        Actor there = lists.reviewer("SXD");
        EntryReading.Desk before = reading.desk(here, entry.id());

        forwarding.forward(here, entry.id(), entry.version(), desk.agency("SXD"), "Thuộc Sở Xây dựng");

        EntryReading.Desk after = reading.desk(there, entry.id());
        assertThat(after.promisedAt()).isEqualTo(before.promisedAt());
        assertThat(after.arrivedAt()).isAfter(before.arrivedAt());
        assertThat(reviewing.history(there, entry.id()))
                .singleElement()
                .extracting(PastDecision::step)
                .isEqualTo(Step.FORWARDED);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> reviewing.look(here, entry.id()));
        desk.forward(there, entry, "SCT");
        desk.forward(here, entry, "SXD");
        assertThat(reading.desk(there, entry.id()).forwards()).isEqualTo(EntryForwarding.MOST);
        assertRefused("stafflist.forwarded-enough", () -> desk.forward(there, entry, "SCT"));
        desk.forward(there, entry, Forwarding.TRIAGE);
        assertRefused(
                "review.reason-unknown",
                () -> desk.now(
                        lists.reviewer(Forwarding.TRIAGE), reading.own(officer, entry.id()), Outcome.REFUSE, "R05"));
    }

    @Test
    void where_nobody_works_is_told_before_anything_is_passed_on() {
        Actor here = lists.reviewer("SCT");
        PublicId empty = desk.agency("UBND-22390");

        assertThat(forwarding.isStaffed(here, empty)).isFalse();
        assertThat(forwarding.isStaffed(here, desk.agency(Forwarding.TRIAGE))).isTrue();

        lists.reviewer("UBND-22390");

        assertThat(forwarding.isStaffed(here, empty)).isTrue();
    }
}
