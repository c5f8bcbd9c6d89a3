package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.OwnNumbers;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.TestRouting;
import vn.khanhhoa.thecovid.stafflist.EntryClaims;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.TestIndividuals;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** Among what a head shares out lies what one of the officers asked for themselves, or sent. */
@InPortal
class SharingOutOwnRequestsIT {
    private static final Duration TIME = Duration.ofHours(2);
    private static final String PHONE = "0905777031";

    @Inject
    private TestLists lists;

    @Inject
    private TestRouting routing;

    @Inject
    private TestIndividuals individuals;

    @Inject
    private TestDesk desk;

    @Inject
    private OwnNumbers numbers;

    @Inject
    private EntryClaims claims;

    @Inject
    private EntryReading reading;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private Actor head = Actor.VISITOR;
    private Actor asker = Actor.VISITOR;
    private Actor other = Actor.VISITOR;

    @BeforeEach
    void an_agency_of_two_officers() {
        String code = "S" + TestLists.fresh();
        routing.agency(code);
        head = lists.head(code);
        asker = lists.reviewer(code);
        other = lists.reviewer(code);
        numbers.enter(TestAccounts.ADMINISTRATOR, desk.idOf(asker), PHONE, "");
    }

    @Test
    void it_is_dealt_to_another_and_where_there_is_no_other_to_nobody() {
        EntryView own = asked(PHONE);
        EntryView sent = asked("0905777032");
        sql.update("UPDATE stafflist_entry SET submitted_by = ? WHERE id = ?", asker.accountId(), sent.entryId());
        EntryView another = asked("0905777033");

        assertThat(claims.shareOut(head, QueueFilter.ALL, List.of(asker.accountId()), 3, until()))
                .isEqualTo(Map.of(asker.accountId(), 1));
        assertThat(holder(another)).isEqualTo(asker.accountId());
        assertThat(claims.shareOut(head, QueueFilter.ALL, List.of(asker.accountId(), other.accountId()), 2, until()))
                .isEqualTo(Map.of(asker.accountId(), 0, other.accountId(), 2));
        assertThat(holder(own)).isEqualTo(other.accountId());
        assertThat(holder(sent)).isEqualTo(other.accountId());
    }

    @Test
    void it_is_neither_handed_over_to_who_asked_nor_passed_on_to_them_when_they_stand_in() {
        EntryView own = asked(PHONE);
        EntryView another = asked("0905777034");
        claims.take(other, own.id(), TIME);
        claims.take(other, another.id(), TIME);

        assertThat(claims.passOn(Actor.PORTAL, head.agencyId(), other.accountId(), asker.accountId()))
                .isEqualTo(1);
        assertThat(holder(own)).isEqualTo(other.accountId());
        assertThat(holder(another)).isEqualTo(asker.accountId());
        assertThat(claims.handOver(head, other.accountId(), asker.accountId(), until()))
                .isZero();
        assertThat(claims.handOver(head, asker.accountId(), other.accountId(), until()))
                .isEqualTo(1);
    }

    private long holder(EntryView entry) {
        return claims.holder(head, entry.id()).orElseThrow().accountId();
    }

    private Instant until() {
        return clock.instant().plus(TIME);
    }

    /** By a person without an employer, under the phone. */
    private EntryView asked(String phone) {
        Map<String, String> cells = individuals.person();
        cells.put("phone", phone);
        long entryId =
                reading.byCode(individuals.sent(cells).code()).orElseThrow().entryId();
        lists.reroute(entryId, head.agencyId());
        return reading.ofPerson(entryId).orElseThrow();
    }
}
