package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.eligibility.evidence.CheckedRecord;
import vn.khanhhoa.thecovid.eligibility.evidence.DoseOrder;
import vn.khanhhoa.thecovid.eligibility.evidence.HealthRecord;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordKind;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordProblem;
import vn.khanhhoa.thecovid.platform.PortalClock;

/**
 * What becomes of some rows of a file beside all that is known already: a record is new, takes the place of its earlier
 * version, is known as it is, or is at odds with other records. For rows of one file in their order, once.
 */
final class ImportedRows {
    private static final DoseOrder DOSES = new DoseOrder(CriteriaSets.VOCABULARY);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(PortalClock.ZONE);

    /** @param warned of those that were taken or are known */
    record Count(int added, int replacing, int same, int bad, int warned, int repaired) {}

    /** A row whose record can be taken by itself. */
    private record Candidate(CheckedRecord row, HealthRecord record, Hash key, Hash content, Optional<Hash> identity) {}

    private final StoredRecords records;
    private final SourceView source;
    private final long importId;
    private final Instant now;

    private final List<StoredRecords.NewVersion> versions = new ArrayList<>();
    private final List<Hash> replaced = new ArrayList<>();
    private final List<CheckedRecord> marked = new ArrayList<>();
    private final Map<Hash, StoredRecords.Version> here = new HashMap<>();
    private Map<Hash, List<StoredRecords.Version>> known = Map.of();
    private Map<Hash, List<StoredRecords.KnownDose>> doses = new HashMap<>();
    private int added;
    private int same;
    private int bad;
    private int warned;
    private int repaired;

    ImportedRows(StoredRecords records, SourceView source, long importId, Instant now) {
        this.records = records;
        this.source = source;
        this.importId = importId;
        this.now = now;
    }

    void judge(List<CheckedRecord> rows) {
        List<Optional<Candidate>> candidates = rows.stream()
                .map(row -> row.record().map(record -> candidate(row, record)))
                .toList();
        known = records.versions(candidates.stream()
                .flatMap(Optional::stream)
                .map(Candidate::key)
                .collect(Collectors.toSet()));
        doses = records.doses(identitiesOfDoses(candidates));
        for (int i = 0; i < rows.size(); i++) {
            CheckedRecord judged = candidates.get(i).map(this::judge).orElse(rows.get(i));
            boolean taken = judged.record().isPresent();
            bad += taken ? 0 : 1;
            warned += taken && !judged.problems().isEmpty() ? 1 : 0;
            repaired += judged.repaired() ? 1 : 0;
            if (!judged.problems().isEmpty()) {
                marked.add(judged);
            }
        }
    }

    private Candidate candidate(CheckedRecord row, HealthRecord record) {
        return new Candidate(row, record, records.key(record), records.content(record), records.identity(record));
    }

    private static Set<Hash> identitiesOfDoses(List<Optional<Candidate>> candidates) {
        return candidates.stream()
                .flatMap(Optional::stream)
                .filter(candidate -> candidate.record().kind() == RecordKind.DOSE)
                .flatMap(candidate -> candidate.identity().stream())
                .collect(Collectors.toSet());
    }

    private CheckedRecord judge(Candidate candidate) {
        List<StoredRecords.Version> earlier = known.getOrDefault(candidate.key(), List.of());
        Optional<StoredRecords.Version> first = Optional.ofNullable(here.get(candidate.key()))
                .or(() -> earlier.stream()
                        .filter(version -> version.importId() == importId)
                        .findFirst());
        if (first.isPresent()) {
            CheckedRecord judged = candidate.row().with(List.of(twice(candidate, first.get())));
            same += judged.record().isPresent() ? 1 : 0;
            return judged;
        }
        Optional<StoredRecords.Version> current =
                earlier.stream().filter(StoredRecords.Version::current).findFirst();
        if (current.filter(version -> version.content().equals(candidate.content()))
                .isPresent()) {
            same++;
            meet(candidate);
            return candidate.row();
        }
        CheckedRecord judged = candidate.row().with(odds(candidate, earlier, current));
        if (judged.record().isPresent()) {
            take(candidate, earlier, current);
            meet(candidate);
        }
        return judged;
    }

    /** The same once more does no harm; something else of the same record leaves open which of the two is right. */
    private static RecordProblem twice(Candidate candidate, StoredRecords.Version first) {
        boolean alike = first.content().equals(candidate.content());
        return new RecordProblem(
                candidate.record().kind() == RecordKind.DOSE ? "dose_number" : "",
                alike ? "eligibility.record.repeated" : "eligibility.record.twice-in-file",
                !alike,
                List.of(first.fileRow()));
    }

    private List<RecordProblem> odds(
            Candidate candidate, List<StoredRecords.Version> earlier, Optional<StoredRecords.Version> current) {
        Optional<StoredRecords.Version> outdated = current.isEmpty()
                ? Optional.empty()
                : earlier.stream()
                        .filter(version -> version.content().equals(candidate.content()) && !version.withdrawn())
                        .findFirst();
        if (outdated.isPresent()) {
            return List.of(new RecordProblem(
                    "",
                    "eligibility.record.outdated",
                    true,
                    List.of(
                            TIME.format(outdated.get().knownFrom()),
                            TIME.format(current.get().knownFrom()))));
        }
        return candidate.record().kind() == RecordKind.DOSE
                ? DOSES.check(DoseOrder.Dose.of(candidate.record()), otherDoses(candidate))
                : List.of();
    }

    private List<DoseOrder.Dose> otherDoses(Candidate candidate) {
        return candidate.identity().map(identity -> doses.getOrDefault(identity, List.of())).orElse(List.of()).stream()
                .filter(dose -> !dose.recordKey().equals(candidate.key()))
                .map(StoredRecords.KnownDose::dose)
                .toList();
    }

    private void take(
            Candidate candidate, List<StoredRecords.Version> earlier, Optional<StoredRecords.Version> current) {
        if (current.isPresent()) {
            replaced.add(candidate.key());
        } else {
            added++;
        }
        versions.add(new StoredRecords.NewVersion(
                candidate.key(),
                candidate.content(),
                candidate.identity(),
                earlier.isEmpty() ? 1 : earlier.get(earlier.size() - 1).version() + 1,
                candidate.row().row(),
                candidate.record(),
                due(candidate.record()),
                current.map(StoredRecords.Version::firstKnownAt).orElse(now)));
    }

    private Optional<Instant> due(HealthRecord record) {
        Instant event = record.kind() == RecordKind.TEST
                ? record.about()
                : record.day().plusDays(1).atStartOfDay(PortalClock.ZONE).toInstant();
        return source.due(record.day(), event, record.kind() == RecordKind.TEST ? record.from() : event);
    }

    /** What comes after it in the same file is judged beside it too. */
    private void meet(Candidate candidate) {
        here.put(
                candidate.key(),
                new StoredRecords.Version(
                        0, candidate.content(), importId, candidate.row().row(), now, now, true, false));
        if (candidate.record().kind() == RecordKind.DOSE && candidate.identity().isPresent()) {
            List<StoredRecords.KnownDose> own =
                    doses.computeIfAbsent(candidate.identity().get(), unused -> new ArrayList<>(2));
            own.removeIf(dose -> dose.recordKey().equals(candidate.key()));
            own.add(new StoredRecords.KnownDose(candidate.key(), DoseOrder.Dose.of(candidate.record())));
        }
    }

    Count count() {
        return new Count(added, replaced.size(), same, bad, warned, repaired);
    }

    List<StoredRecords.NewVersion> versions() {
        return versions;
    }

    /** Keys of records whose current version counts no longer. */
    List<Hash> replaced() {
        return replaced;
    }

    /** Rows with something wrong. */
    List<CheckedRecord> marked() {
        return marked;
    }
}
