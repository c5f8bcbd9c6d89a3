package vn.khanhhoa.thecovid.audit.chain;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of the chain as a file that can be checked alone: CSV (RFC 4180) whose first field tells what a line is. First the
 * keys, then the seal before the part, then its checkpoints, then the records in their order. The part is believed as far as
 * the key is: whoever checks it compares the key with the one the province published.
 */
public final class ExportedChain {
    private static final String KEY = "key";
    private static final String START = "start";
    private static final String CHECKPOINT = "checkpoint";
    private static final String RECORD = "record";
    private static final int STEP = 5_000;

    /** What a check of a file found. */
    public record Result(
            Optional<ChainFault> fault, Seal start, Seal end, int checkpoints, Map<String, PublicKey> keys) {}

    private ExportedChain() {}

    /** The part ends at a checkpoint, so that nothing can be added to or cut from it. */
    public static void write(StoredChain chain, Map<String, PublicKey> keys, Seal start, Checkpoint end, Writer out)
            throws IOException, SQLException {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            keys.forEach(
                    (id, key) -> csv.writeRecord(KEY, id, Base64.getEncoder().encodeToString(key.getEncoded())));
            csv.writeRecord(START, String.valueOf(start.number()), hex(start.hash()));
            for (Checkpoint each : chain.checkpoints(start.number(), end.seal().number())) {
                csv.writeRecord(
                        CHECKPOINT,
                        String.valueOf(each.seal().number()),
                        hex(each.seal().hash()),
                        each.madeAt().toString(),
                        each.keyId(),
                        hex(each.signature()));
            }
            long after = start.number();
            List<StoredChain.Link> some = chain.links(after, end.seal().number(), STEP);
            while (!some.isEmpty()) {
                some.forEach(link -> write(csv, link));
                after = some.get(some.size() - 1).sealNumber();
                some = chain.links(after, end.seal().number(), STEP);
            }
        }
    }

    private static void write(CsvWriter csv, StoredChain.Link link) {
        TrailRecord record = link.record();
        if (record == null) {
            csv.writeRecord(
                    RECORD, String.valueOf(link.sealNumber()), hex(link.hash()), String.valueOf(link.recordId()));
        } else {
            csv.writeRecord(
                    RECORD,
                    String.valueOf(link.sealNumber()),
                    hex(link.hash()),
                    String.valueOf(record.id()),
                    record.recordedAt().toString(),
                    String.valueOf(record.actorId()),
                    record.action(),
                    record.subjectKind(),
                    record.subjectId(),
                    record.details());
        }
    }

    /** @throws IllegalArgumentException where the file is not an exported part */
    public static Result check(Reader file) throws IOException {
        Map<String, PublicKey> keys = new LinkedHashMap<>();
        List<Checkpoint> checkpoints = new ArrayList<>();
        Seal start = null;
        ChainCheck check = null;
        boolean holds = true;
        try (CsvReader<CsvRecord> lines = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file)) {
            for (CsvRecord line : lines) {
                switch (line.getField(0)) {
                    case KEY -> keys.put(line.getField(1), key(line.getField(2)));
                    case START -> start = new Seal(number(line, 1), bytes(line, 2));
                    case CHECKPOINT -> checkpoints.add(checkpoint(line));
                    case RECORD -> {
                        if (check == null) {
                            check = begin(start, keys, checkpoints);
                        }
                        holds = holds && follow(check, line);
                    }
                    default -> throw new IllegalArgumentException("line " + line.getStartingLineNumber());
                }
            }
        } catch (RuntimeException notAnExport) {
            throw new IllegalArgumentException("the file is not an exported part of a trail", notAnExport);
        }
        ChainCheck done = check == null ? begin(start, keys, checkpoints) : check;
        return new Result(fault(done), begun(start), done.last(), done.checkpoints(), keys);
    }

    /** Without a checkpoint at its end nothing vouches for the part. */
    private static Optional<ChainFault> fault(ChainCheck check) {
        Optional<ChainFault> fault = check.end();
        return fault.isEmpty() && check.checkpoints() == 0
                ? Optional.of(new ChainFault(
                        ChainFault.Kind.CHECKPOINT_DIFFERS, check.last().number(), 0))
                : fault;
    }

    private static ChainCheck begin(@Nullable Seal start, Map<String, PublicKey> keys, List<Checkpoint> checkpoints) {
        return new ChainCheck(begun(start), keys, checkpoints);
    }

    private static Seal begun(@Nullable Seal start) {
        if (start == null) {
            throw new IllegalArgumentException("the file does not say where the part starts");
        }
        return start;
    }

    private static boolean follow(ChainCheck check, CsvRecord line) {
        boolean there = line.getFieldCount() > 4;
        return check.follow(
                number(line, 1),
                bytes(line, 2),
                number(line, 3),
                there
                        ? new TrailRecord(
                                number(line, 3),
                                Instant.parse(line.getField(4)),
                                number(line, 5),
                                line.getField(6),
                                line.getField(7),
                                line.getField(8),
                                line.getField(9))
                        : null);
    }

    private static Checkpoint checkpoint(CsvRecord line) {
        return new Checkpoint(
                new Seal(number(line, 1), bytes(line, 2)),
                Instant.parse(line.getField(3)),
                line.getField(4),
                bytes(line, 5));
    }

    private static long number(CsvRecord line, int field) {
        return Long.parseLong(line.getField(field));
    }

    private static byte[] bytes(CsvRecord line, int field) {
        return HexFormat.of().parseHex(line.getField(field));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static PublicKey key(String encoded) {
        try {
            return KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException notAKey) {
            throw new IllegalArgumentException(notAKey);
        }
    }
}
