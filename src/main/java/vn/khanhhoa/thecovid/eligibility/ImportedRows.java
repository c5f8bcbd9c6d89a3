package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.evidence.CheckedRecord;
import vn.khanhhoa.thecovid.eligibility.evidence.DoseOrder;
import vn.khanhhoa.thecovid.eligibility.evidence.HealthRecord;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordKind;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordProblem;
import vn.khanhhoa.thecovid.platform.PortalClock;

/**
 * What becomes of some rows of a file beside all that is known already: a record is new, takes the place of its earlier
 * version, is known as it is, or is at odds with other records. For rows of one file in their order, once; those before them
 * may not be stored yet.
 */
final class ImportedRows {
    /**
     * What rows of the same file before the present ones brought and the database does not tell: because it is not stored yet, or
     * because they were known already. One thread judges, another tells what is stored.
     */
    static final class Before {
        private final Map<Hash, StoredRecords.Version> known = new HashMap<>();
        private final Deque<Some> some = new ArrayDeque<>();
        private int judged;
        private volatile int stored;

        /** Of some rows. @param end how many of the file these are with all before them */
        private record Some(
                int end,
                Map<Hash, StoredRecords.Version> versions,
                Map<Hash, List<StoredRecords.KnownDose>> doses,
                Map<Hash, Long> people) {}

        /** @param rows of the file that were stored when its reading began */
        Before(int rows) {
            judged = rows;
            stored = rows;
        }

        void stored(int rows) {
            stored = rows;
        }

        /** The next rows are judged: before anything is asked of the database, which has what is forgotten. */
        void next(int rows) {
            while (!some.isEmpty() && some.getFirst().end() <= stored) {
                some.removeFirst();
            }
            judged += rows;
            some.addLast(new Some(judged, new HashMap<>(), new HashMap<>(), new HashMap<>()));
        }

        private StoredRecords.@Nullable Version version(Hash key) {
            StoredRecords.@Nullable Version version = known.get(key);
            for (Some each : some) {
                version = version == null ? each.versions().get(key) : version;
            }
            return version;
        }

        private List<StoredRecords.KnownDose> doses(Hash identity) {
            List<StoredRecords.KnownDose> all = new ArrayList<>(0);
            some.forEach(each -> all.addAll(each.doses().getOrDefault(identity, List.of())));
            return all;
        }

        private Map<Hash, Long> people() {
            Map<Hash, Long> all = new HashMap<>();
            some.forEach(each -> all.putAll(each.people()));
            return all;
        }
    }

    private static final DoseOrder DOSES = new DoseOrder(CriteriaSets.VOCABULARY);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(PortalClock.ZONE);

    /** @param warned of those that were taken or are known */
    record Count(int added, int replacing, int same, int bad, int warned, int repaired) {}

    /** A row of the file. @param keyed its record, where that can be taken by itself */
    record ReadRow(CheckedRecord row, Optional<StoredRecords.Keyed> keyed) {
        private Optional<Candidate> candidate() {
            return keyed.map(each -> new Candidate(row, each));
        }
    }

    /** A row whose record can be taken by itself. */
    private record Candidate(CheckedRecord row, StoredRecords.Keyed keyed) {
        HealthRecord record() {
            return keyed.record();
        }

        Hash key() {
            return keyed.key();
        }

        Hash content() {
            return keyed.content();
        }

        Optional<Hash> identity() {
            return keyed.identity();
        }
    }

    private final StoredRecords records;
    private final StoredGiven given;
    private final SourceView source;
    private final long importId;
    private final int withdrawals;
    private final Map<Hash, Set<Hash>> one;
    private final Instant now;
    private final Before before;

    private final List<StoredRecords.NewVersion> versions = new ArrayList<>();
    private final List<Hash> replaced = new ArrayList<>();
    private final List<StoredRecords.Repeat> repeats = new ArrayList<>();
    private final List<CheckedRecord> marked = new ArrayList<>();
    private final Map<Hash, List<StoredRecords.Version>> known = new HashMap<>();
    private final Map<Hash, List<StoredRecords.KnownDose>> doses = new HashMap<>();
    private StoredGiven.Statements people = StoredGiven.Statements.NONE;
    private int added;
    private int same;
    private int bad;
    private int warned;
    private int repaired;

    /**
     * @param withdrawals of imports of the source, when the rows began to be judged
     * @param one documents of people who have several
     */
    ImportedRows(
            StoredRecords records,
            StoredGiven given,
            SourceView source,
            long importId,
            int withdrawals,
            Map<Hash, Set<Hash>> one,
            Instant now,
            Before before) {
        this.records = records;
        this.given = given;
        this.source = source;
        this.importId = importId;
        this.withdrawals = withdrawals;
        this.one = one;
        this.now = now;
        this.before = before;
    }

    void judge(List<ReadRow> rows) {
        List<Optional<Candidate>> candidates =
                rows.stream().map(ReadRow::candidate).toList();
        Set<Hash> identities = candidates.stream()
                .flatMap(Optional::stream)
                .flatMap(candidate -> candidate.identity().stream())
                .flatMap(identity -> documents(identity).stream())
                .collect(Collectors.toSet());
        Map<Hash, List<StoredGiven.Said>> said = given.said(identities);
        lookUp(candidates, identities, said);
        for (int i = 0; i < rows.size(); i++) {
            CheckedRecord judged =
                    candidates.get(i).map(this::judge).orElse(rows.get(i).row());
            boolean taken = judged.record().isPresent();
            bad += taken ? 0 : 1;
            warned += taken && !judged.problems().isEmpty() ? 1 : 0;
            repaired += judged.repaired() ? 1 : 0;
            if (!judged.problems().isEmpty()) {
                marked.add(judged);
            }
        }
        people = given.look(
                versions.stream().map(version -> version.keyed().person()).toList(), said, before.people());
        before.some.getLast().people().putAll(people.ids());
    }

    /** Of those with a document, all doses that any source knows are looked up at once, and nothing where nobody said a word of them. */
    private void lookUp(
            List<Optional<Candidate>> candidates, Set<Hash> identities, Map<Hash, List<StoredGiven.Said>> said) {
        boolean ofDoses = source.kind() == SourceKind.VACCINATION;
        if (ofDoses) {
            StoredRecords.Doses found = records.doses(said);
            known.putAll(found.versions());
            doses.putAll(found.current());
            identities.forEach(identity -> before.doses(identity).forEach(dose -> know(doses, identity, dose)));
        }
        known.putAll(records.versions(candidates.stream()
                .flatMap(Optional::stream)
                .filter(candidate -> !ofDoses || candidate.identity().isEmpty())
                .map(Candidate::key)
                .collect(Collectors.toSet())));
    }

    /** All documents of whoever has this one. */
    private Set<Hash> documents(Hash identity) {
        return one.getOrDefault(identity, Set.of(identity));
    }

    private CheckedRecord judge(Candidate candidate) {
        List<StoredRecords.Version> earlier = known.getOrDefault(candidate.key(), List.of());
        Optional<StoredRecords.Version> first = Optional.ofNullable(before.version(candidate.key()))
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
            repeats.add(
                    new StoredRecords.Repeat(current.get().id(), candidate.row().row()));
            before.known.put(candidate.key(), here(candidate));
            meetDose(candidate);
            return candidate.row();
        }
        CheckedRecord judged = candidate.row().with(odds(candidate, earlier, current));
        if (judged.record().isPresent()) {
            take(candidate, earlier, current);
            before.some.getLast().versions().put(candidate.key(), here(candidate));
            meetDose(candidate);
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
        return candidate.identity().map(this::documents).orElse(Set.of()).stream()
                .flatMap(identity -> doses.getOrDefault(identity, List.of()).stream())
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
                candidate.keyed(),
                earlier.isEmpty() ? 1 : earlier.get(earlier.size() - 1).version() + 1,
                candidate.row().row(),
                due(candidate.record()),
                current.map(StoredRecords.Version::firstKnownAt).orElse(now)));
    }

    private Optional<Instant> due(HealthRecord record) {
        Instant event = record.kind() == RecordKind.TEST
                ? record.about()
                : record.day().plusDays(1).atStartOfDay(PortalClock.ZONE).toInstant();
        return source.due(record.day(), event, record.kind() == RecordKind.TEST ? record.from() : event);
    }

    private StoredRecords.Version here(Candidate candidate) {
        return new StoredRecords.Version(
                0, 0, candidate.content(), importId, candidate.row().row(), now, now, true, false);
    }

    /** What comes after it in the same file is judged beside it too. */
    private void meetDose(Candidate candidate) {
        if (candidate.record().kind() == RecordKind.DOSE && candidate.identity().isPresent()) {
            StoredRecords.KnownDose dose =
                    new StoredRecords.KnownDose(candidate.key(), DoseOrder.Dose.of(candidate.record()));
            know(doses, candidate.identity().get(), dose);
            know(before.some.getLast().doses(), candidate.identity().get(), dose);
        }
    }

    private static void know(
            Map<Hash, List<StoredRecords.KnownDose>> known, Hash identity, StoredRecords.KnownDose dose) {
        List<StoredRecords.KnownDose> own = known.computeIfAbsent(identity, unused -> new ArrayList<>(2));
        own.removeIf(other -> other.recordKey().equals(dose.recordKey()));
        own.add(dose);
    }

    Count count() {
        return new Count(added, replaced.size(), same, bad, warned, repaired);
    }

    Instant at() {
        return now;
    }

    int withdrawals() {
        return withdrawals;
    }

    List<StoredRecords.NewVersion> versions() {
        return versions;
    }

    /** Whom the versions are about. */
    StoredGiven.Statements people() {
        return people;
    }

    /** Keys of records whose current version counts no longer. */
    List<Hash> replaced() {
        return replaced;
    }

    /** What is known already. */
    List<StoredRecords.Repeat> repeats() {
        return repeats;
    }

    /** Rows with something wrong. */
    List<CheckedRecord> marked() {
        return marked;
    }
}
