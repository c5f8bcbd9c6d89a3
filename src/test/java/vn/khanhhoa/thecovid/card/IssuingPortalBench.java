package vn.khanhhoa.thecovid.card;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.BenchInPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.card.token.MessageSigner;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.Period;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.ApprovedEntry;
import vn.khanhhoa.thecovid.stafflist.EntriesApproved;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/**
 * 10,000 entries to stored cards, 500 a transaction as an approval has them: holders looked up, claims, signature, rows and news;
 * against as many bare signatures on one core. The best of several rounds each, taken in turns.
 */
class IssuingPortalBench extends BenchInPortal {
    private static final int ENTRIES = 10_000;
    private static final int STEP = 500;
    private static final int ROUNDS = 6;
    private static final byte[] MESSAGE = new byte[140];

    @Inject
    private TestLists lists;

    @Inject
    private CardIssuing issuing;

    @Inject
    private Sql sql;

    @Test
    void ten_thousand_cards() throws Exception {
        KeyPairGenerator ec = KeyPairGenerator.getInstance("EC");
        ec.initialize(new ECGenParameterSpec("secp256r1"));
        MessageSigner bare =
                MessageSigner.with((ECPrivateKey) ec.generateKeyPair().getPrivate());
        double sign = Double.MAX_VALUE;
        double issue = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            List<ApprovedEntry> entries = entries();
            issue = Math.min(issue, seconds(() -> {
                for (int from = 0; from < ENTRIES; from += STEP) {
                    List<ApprovedEntry> some = entries.subList(from, from + STEP);
                    lists.inTransaction(() -> {
                        issuing.issue(new EntriesApproved(some, Actor.PORTAL));
                        return 0;
                    });
                }
            }));
            sign = Math.min(sign, seconds(() -> {
                for (int message = 0; message < ENTRIES; message++) {
                    bare.sign(MESSAGE);
                }
            }));
        }
        say(
                "BENCH card.issue.10000 ratio=%.2f (bare %.0f signatures/s, ours %.0f cards/s)",
                sign / issue, ENTRIES / sign, ENTRIES / issue);
    }

    private List<ApprovedEntry> entries() {
        Actor officer = lists.factory();
        PublicId list = lists.submitted(officer, ENTRIES);
        List<ApprovedEntry> entries = sql.list(
                "SELECT e.* FROM stafflist_entry e JOIN stafflist_list l ON l.id = e.list_id WHERE l.public_id = ?",
                row -> new ApprovedEntry(
                        row.getLong("id"),
                        0,
                        row.getLong("person_id"),
                        row.getLong("organisation_id"),
                        row.getLong("agency_id"),
                        row.getLong("agency_id"),
                        row.getLong("list_id"),
                        row.getString("name"),
                        row.getInt("birth_year"),
                        row.getString("workplace"),
                        List.of(row.getString("activities").split(" ")),
                        new Period(
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class))),
                list);
        assertThat(entries).hasSize(ENTRIES);
        return entries;
    }
}
