package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Three files of nearly 20 MB of one organisation and a small one of another, all received at the same moment. */
@InPortal
class SharingTheReadersIT {
    private static final int LARGE_ROWS = 22_000;

    @Inject
    private TestLists lists;

    @Inject
    private Uploading uploading;

    @Inject
    private Sql sql;

    @Test
    void the_small_one_is_done_first_and_the_large_ones_are_read_one_after_the_other() throws Exception {
        Actor large = lists.factory();
        Actor small = lists.factory();
        byte[] file = lists.wordy(large, LARGE_ROWS).csv(';', true);
        byte[] few = lists.people(small, 10, 0).xlsx();
        assertThat(file.length).isBetween(16 << 20, 20 << 20);

        List<PublicId> uploads = lists.inTransaction(() -> {
            List<PublicId> received = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                received.add(uploading.receive(large, lists.list(large), "lon.csv", file));
            }
            received.add(uploading.receive(small, lists.list(small), "nho.xlsx", few));
            return received;
        });

        while (uploads.stream().anyMatch(upload -> finished(upload).isEmpty())) {
            assertThat(sql.number(
                            "SELECT COUNT(*) FROM stafflist_upload WHERE state = 'RECEIVED' AND rows_read > 0 AND size > ?",
                            16 << 20))
                    .as("large files that are being read")
                    .isLessThanOrEqualTo(1);
            TimeUnit.MILLISECONDS.sleep(100);
        }

        Instant smallOne = finished(uploads.get(3)).orElseThrow();
        assertThat(uploads.subList(0, 3))
                .allSatisfy(
                        upload -> assertThat(smallOne).isBefore(finished(upload).orElseThrow()));
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM stafflist_upload u JOIN stafflist_list l ON l.id = u.list_id WHERE"
                                + " l.organisation_id = ? AND u.state = 'TAKEN' AND u.rows_read = ?",
                        large.organisationId(),
                        LARGE_ROWS))
                .isEqualTo(3);
    }

    private Optional<Instant> finished(PublicId upload) {
        return sql.list(
                        "SELECT finished_at FROM stafflist_upload WHERE public_id = ?",
                        row -> Optional.ofNullable(Sql.instant(row, "finished_at")),
                        upload)
                .get(0);
    }
}
