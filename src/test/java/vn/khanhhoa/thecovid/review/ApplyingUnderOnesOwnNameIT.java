package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestIndividuals;
import vn.khanhhoa.thecovid.stafflist.TestLists;
import vn.khanhhoa.thecovid.stafflist.Verdict;

/** An officer signs out, applies by the public page, and signs in again to decide. */
@InPortal
class ApplyingUnderOnesOwnNameIT {
    @Inject
    private TestLists lists;

    @Inject
    private TestIndividuals individuals;

    @Inject
    private EntryReading reading;

    @Inject
    private Reviewing reviewing;

    @Test
    void nobody_approves_alone_who_has_their_own_name_however_it_is_written() {
        Actor colleague = lists.reviewer("UBND-22327");
        Actor officer = lists.member(colleague.agencyId(), Role.REVIEWER, "Ông Tạ Văn Quý, Văn phòng");
        EntryView own = sent("TẠ VĂN QUÍ");
        EntryView other = sent("Tạ Quý");

        assertThat(foreseen(officer, own)).isEqualTo(Why.OWN_NAME.name());
        assertThat(foreseen(colleague, own)).isEqualTo(Why.ALONE.name());
        assertThat(decide(officer, own, Outcome.REFUSE, "R01", false)).isEqualTo(Why.ALONE);

        EntryView again = sent("Tạ Văn Quý");
        assertThat(decide(officer, again, Outcome.APPROVE, "", true)).isEqualTo(Why.OWN_NAME);
        assertThat(reading.desk(colleague, again.id()).stage().name()).isEqualTo("PROPOSED");
        assertThat(foreseen(officer, other)).isEqualTo(Why.ALONE.name());
    }

    private EntryView sent(String name) {
        Map<String, String> cells = individuals.person();
        cells.put("full_name", name);
        return reading.byCode(individuals.sent(cells).code()).orElseThrow();
    }

    private String foreseen(Actor by, EntryView entry) {
        Verdict approval = new Verdict(by, Outcome.APPROVE, "", "");
        return reviewing.foresee(by, List.of(entry.entryId()), approval).get(0).what();
    }

    private Why decide(Actor by, EntryView entry, Outcome outcome, String reason, boolean atOnce) {
        PublicId id = entry.id();
        return reviewing
                .decide(by, id, entry.version(), outcome, reason, "", atOnce)
                .why();
    }
}
