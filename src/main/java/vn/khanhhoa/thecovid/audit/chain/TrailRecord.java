package vn.khanhhoa.thecovid.audit.chain;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A record of the trail as the chain covers it; the time to the microsecond, as the database keeps it. */
public record TrailRecord(
        long id,
        Instant recordedAt,
        long actorId,
        String action,
        String subjectKind,
        String subjectId,
        String details) {
    private static final byte VERSION = 1;

    /** Each text behind its length, so that no two records have the same bytes. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeLong(id);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt));
            out.writeLong(actorId);
            for (String text : new String[] {action, subjectKind, subjectId, details}) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
