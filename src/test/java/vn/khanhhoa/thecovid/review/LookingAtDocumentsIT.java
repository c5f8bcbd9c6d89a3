package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.registry.DocumentView;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.TestLists;

@InPortal
class LookingAtDocumentsIT {
    private static final byte[] PDF = "%PDF-1.4 phương án".getBytes(StandardCharsets.UTF_8);

    @Inject
    private TestLists lists;

    @Inject
    private Evidence evidence;

    @Inject
    private EntryReading reading;

    @Inject
    private DataCipher cipher;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Test
    void whoever_has_an_entry_before_them_sees_what_its_organisation_was_registered_with() {
        Actor officer = lists.factory();
        EntryView entry = one(officer);
        PublicId document = document(officer, "CONFIRMED");
        Actor reviewer = lists.reviewer("SCT");

        assertThat(evidence.of(reviewer, entry))
                .singleElement()
                .satisfies(shown -> assertThat(shown.isShown()).isTrue())
                .extracting(DocumentView::id)
                .isEqualTo(document);
        assertThat(evidence.open(reviewer, entry.id(), document).content()).isEqualTo(PDF);
        assertThat(sql.list(
                        "SELECT action FROM audit_record WHERE actor_id = ?",
                        row -> row.getString(1),
                        reviewer.accountId()))
                .contains("registration.document-opened");
    }

    @Test
    void to_others_it_does_not_exist_nor_do_another_organisations_papers_or_drafts() {
        Actor officer = lists.factory();
        EntryView entry = one(officer);
        PublicId document = document(officer, "CONFIRMED");
        PublicId draft = document(officer, "DRAFT");
        Actor another = lists.factory();
        one(another);
        PublicId ofAnother = document(another, "CONFIRMED");
        Actor reviewer = lists.reviewer("SCT");

        assertGone(() -> evidence.of(lists.reviewer("SXD"), entry));
        assertGone(() -> evidence.open(lists.reviewer("SXD"), entry.id(), document));
        assertGone(() -> evidence.open(reviewer, entry.id(), ofAnother));
        assertGone(() -> evidence.open(reviewer, entry.id(), draft));
        assertGone(() -> evidence.open(reviewer, entry.id(), PublicId.random()));
        assertThat(evidence.of(reviewer, entry)).extracting(DocumentView::id).containsExactly(document);
    }

    /** Of a registration of this state, which is made where it is a draft. */
    private PublicId document(Actor officer, String state) {
        if (state.equals("DRAFT")) {
            sql.update(
                    "INSERT INTO registry_registration (id, public_id, organisation_id, number, form_code, state, name) VALUES"
                            + " (NEXT VALUE FOR registry_seq, ?, ?, 2, ?, 'DRAFT', 'Bản sau')",
                    PublicId.random(),
                    officer.organisationId(),
                    "T" + TestLists.fresh());
        }
        PublicId id = PublicId.random();
        sql.update(
                "INSERT INTO registry_document (id, public_id, registration_id, kind, file_name, media_type, size, content,"
                        + " uploaded_at, uploaded_by) SELECT NEXT VALUE FOR registry_seq, ?, r.id, 'PREVENTION_PLAN',"
                        + " 'phuong-an.pdf', 'application/pdf', ?, ?, ?, ? FROM registry_registration r WHERE"
                        + " r.organisation_id = ? AND r.state = ?",
                id,
                PDF.length,
                cipher.seal(PDF),
                clock.instant(),
                officer.accountId(),
                officer.organisationId(),
                state);
        return id;
    }

    private EntryView one(Actor officer) {
        List<EntryView> all = reading.ofList(officer, lists.submitted(officer, 1), Optional.empty(), 0, 10);
        return all.get(0);
    }

    private static void assertGone(ThrowingCallable work) {
        assertThatExceptionOfType(NotFound.class).isThrownBy(work);
    }
}
