package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.PublicId;

/** The contents of uploaded files: megabytes, which nothing else about an upload has need of. */
@ApplicationScoped
class Uploads {
    record Stored(long id, PublicId publicId) {}

    @Inject
    private DraftChanges changes;

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    Stored add(StaffList list, String fileName, byte[] content, Actor uploader, Instant now) {
        Stored stored = new Stored(sql.number("SELECT NEXT VALUE FOR stafflist_seq"), PublicId.random());
        sql.update(
                "INSERT INTO stafflist_upload (id, public_id, list_id, file_name, size, digest, content, state, uploaded_by,"
                        + " uploader, uploaded_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'RECEIVED', ?, ?, ?)",
                stored.id(),
                stored.publicId(),
                list.id(),
                fileName,
                content.length,
                digest(content),
                cipher.seal(content),
                uploader.accountId(),
                uploader.name(),
                now);
        return stored;
    }

    byte[] content(long uploadId) {
        return sql.first("SELECT content FROM stafflist_upload WHERE id = ?", row -> row.getBytes(1), uploadId)
                .map(cipher::openBytes)
                .orElseThrow();
    }

    boolean isNewest(long uploadId) {
        return sql.number(
                        "SELECT COUNT(*) FROM stafflist_upload u JOIN stafflist_upload later ON later.list_id = u.list_id AND"
                                + " later.id > u.id WHERE u.id = ?",
                        uploadId)
                == 0;
    }

    /**
     * The newest file of the list, if it is the same and the draft is as that left it. An older file again, after another
     * one, is a wish to go back to it and is read anew; so is one that was refused, discarded or undone.
     */
    Optional<PublicId> same(StaffList list, byte[] content) {
        return sql.first(
                "SELECT public_id FROM stafflist_upload WHERE id = (SELECT MAX(id) FROM stafflist_upload WHERE list_id = ?)"
                        + " AND digest = ? AND (state IN ('RECEIVED', 'CHOICE', 'STAGED') OR state = 'TAKEN' AND based_on ="
                        + " ?)",
                row -> Sql.publicId(row, "public_id"),
                list.id(),
                digest(content),
                changes.revision(list.id()));
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
