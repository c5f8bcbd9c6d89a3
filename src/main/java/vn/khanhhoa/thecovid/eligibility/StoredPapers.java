package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.eligibility.criteria.Fact;
import vn.khanhhoa.thecovid.eligibility.criteria.FactKind;
import vn.khanhhoa.thecovid.eligibility.evidence.HealthRecord;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordKind;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.DocumentContent;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Papers as they are stored, and the facts that they are: each until its source has answered, or its days are over. */
@ApplicationScoped
class StoredPapers {
    private static final String BETWEEN = "\u001f";
    /** Below the numbers of exceptions. */
    private static final long BELOW_EXCEPTIONS = -1_000_000_000_000L;

    /** Without the files, which may be large. */
    private static final String SELECT =
            "SELECT id, public_id, person_id, source_id, agency_id, kind, code, outcome, about, holds_from, content, details,"
                    + " accepted_by, acceptor, accepted_at, ends_at, due_at, state, answerer, answered_at, answer FROM"
                    + " eligibility_paper";

    @Inject
    private DataCipher cipher;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    /** As a row has it. */
    record Stored(
            long id,
            PublicId publicId,
            long personId,
            long sourceId,
            long agencyId,
            RecordKind kind,
            String code,
            String outcome,
            Instant about,
            Instant from,
            Map<String, String> cells,
            String number,
            String issuer,
            String fileName,
            long acceptedBy,
            String acceptor,
            Instant accepted,
            Instant ends,
            Instant due,
            PaperView.State state,
            String answerer,
            Optional<Instant> answered,
            String answer) {}

    /** What is to be kept of a paper. */
    record Fresh(
            long personId,
            SourceView source,
            HealthRecord record,
            Map<String, String> cells,
            String number,
            String issuer,
            String fileName,
            String mediaType,
            byte[] content,
            Instant ends,
            Instant due) {}

    /** What the same paper of the same person has in common, however often it is shown. */
    byte[] key(long personId, HealthRecord record) {
        return cipher.match(
                "paper",
                String.join(
                        BETWEEN,
                        String.valueOf(personId),
                        record.kind().name(),
                        record.code(),
                        record.about().toString()));
    }

    Optional<Stored> standing(byte[] key) {
        return sql.first(SELECT + " WHERE standing = ?", this::read, (Object) key);
    }

    /** Which was accepted by somebody else at the same moment. */
    PublicId alreadyThere(byte[] key) {
        return sql.first(
                        "SELECT public_id FROM eligibility_paper WHERE standing = ? LOCK IN SHARE MODE",
                        row -> Sql.publicId(row, "public_id"),
                        (Object) key)
                .orElseThrow();
    }

    /** @return false where the same is there already */
    boolean add(Actor actor, PublicId id, byte[] key, Fresh fresh, Instant now) {
        HealthRecord record = fresh.record();
        return sql.update(
                        "INSERT IGNORE INTO eligibility_paper (id, public_id, paper_key, person_id, source_id, agency_id, kind, code,"
                                + " outcome, about, holds_from, day, content, details, document, media_type, accepted_by, acceptor,"
                                + " accepted_at, ends_at, due_at, state) VALUES (NEXT VALUE FOR eligibility_paper_seq, ?, ?, ?, ?, ?,"
                                + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ACCEPTED')",
                        id,
                        key,
                        fresh.personId(),
                        fresh.source().id(),
                        actor.agencyId(),
                        record.kind().name(),
                        record.code(),
                        record.outcome().map(Fact.TestOutcome::name).orElse(""),
                        record.about(),
                        record.from(),
                        record.day(),
                        cipher.seal(new ImportRowText(fresh.cells(), List.of()).write()),
                        cipher.seal(String.join(BETWEEN, fresh.number(), fresh.issuer(), fresh.fileName())),
                        cipher.seal(fresh.content()),
                        fresh.mediaType(),
                        actor.accountId(),
                        actor.name(),
                        now,
                        fresh.ends(),
                        fresh.due())
                == 1;
    }

    Optional<Stored> find(PublicId id) {
        return sql.first(SELECT + " WHERE public_id = ?", this::read, id);
    }

    Optional<Stored> held(PublicId id) {
        return sql.first(SELECT + " WHERE public_id = ? FOR UPDATE", this::read, id);
    }

    /** Those that wait first, the oldest first; then the newest that were answered. */
    List<Stored> ofSource(long sourceId, int most) {
        return sql.list(
                SELECT
                        + " WHERE source_id = ? ORDER BY state = 'ACCEPTED' DESC, IF(state = 'ACCEPTED', id, -id) LIMIT ?",
                this::read,
                sourceId,
                most);
    }

    /** Of a person, the newest first. */
    List<Stored> ofPerson(long personId) {
        return sql.list(SELECT + " WHERE person_id = ? ORDER BY id DESC", this::read, personId);
    }

    DocumentContent document(Stored stored) {
        return sql.first(
                        "SELECT document, media_type FROM eligibility_paper WHERE id = ?",
                        row -> new DocumentContent(
                                stored.fileName(), row.getString(2), cipher.openBytes(row.getBytes(1))),
                        stored.id())
                .orElseThrow();
    }

    /** @param importId by which the record comes; empty for none */
    void answer(
            Actor actor,
            Stored stored,
            PaperView.State state,
            String answer,
            Optional<PublicId> importId,
            Instant now) {
        sql.update(
                "UPDATE eligibility_paper SET state = ?, answered_by = ?, answerer = ?, answered_at = ?, answer = ?, import_id ="
                        + " (SELECT id FROM eligibility_import WHERE public_id = ?) WHERE id = ?",
                state.name(),
                actor.accountId(),
                actor.name(),
                now,
                cipher.seal(answer),
                importId.orElse(null),
                stored.id());
    }

    private Stored read(ResultSet row) throws SQLException {
        String[] details = cipher.open(row.getBytes("details")).split(BETWEEN, -1);
        byte[] answer = row.getBytes("answer");
        return new Stored(
                row.getLong("id"),
                Sql.publicId(row, "public_id"),
                row.getLong("person_id"),
                row.getLong("source_id"),
                row.getLong("agency_id"),
                RecordKind.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getString("outcome"),
                Objects.requireNonNull(Sql.instant(row, "about")),
                Objects.requireNonNull(Sql.instant(row, "holds_from")),
                ImportRowText.read(cipher.open(row.getBytes("content"))).cells(),
                details[0],
                details[1],
                details[2],
                row.getLong("accepted_by"),
                row.getString("acceptor"),
                Objects.requireNonNull(Sql.instant(row, "accepted_at")),
                Objects.requireNonNull(Sql.instant(row, "ends_at")),
                Objects.requireNonNull(Sql.instant(row, "due_at")),
                PaperView.State.valueOf(row.getString("state")),
                row.getString("answerer"),
                Optional.ofNullable(Sql.instant(row, "answered_at")),
                answer == null ? "" : cipher.open(answer));
    }

    String agency(long agencyId) {
        return catalogue.agency(agencyId).map(AgencyView::name).orElse("");
    }

    /** People whose ids lie behind one and not behind the other, of whom a paper may count now. */
    List<Long> peopleWithOne(long after, long upTo, Instant now) {
        return sql.list(
                "SELECT DISTINCT person_id FROM eligibility_paper WHERE person_id > ? AND person_id <= ? AND state <> 'REFUSED' AND"
                        + " ends_at > ?",
                row -> row.getLong(1),
                after,
                upTo,
                now);
    }

    /**
     * The facts of people, by papers: known from the acceptance until the source refuses it or has a record of the same, and holding to
     * its last day in any case. Each under a number of its own among the sources, by which explanations name the paper.
     *
     * @param known what sources know of them
     */
    Map<Long, KnownFacts.Known> facts(Collection<Long> personIds, Map<Long, KnownFacts.Known> known) {
        Map<Long, List<Fact>> facts = new HashMap<>();
        Map<Long, Map<Integer, KnownFacts.SourceName>> names = new HashMap<>();
        sql.list(
                SELECT + " WHERE person_id IN (" + Sql.marks(personIds.size()) + ")",
                row -> add(read(row), known, facts, names),
                personIds.toArray());
        Map<Long, KnownFacts.Known> found = new HashMap<>();
        facts.forEach((person, all) -> found.put(
                person, Objects.requireNonNull(known.get(person)).and(all, Objects.requireNonNull(names.get(person)))));
        return found;
    }

    private boolean add(
            Stored paper,
            Map<Long, KnownFacts.Known> known,
            Map<Long, List<Fact>> facts,
            Map<Long, Map<Integer, KnownFacts.SourceName>> names) {
        Fact fact = fact(paper);
        Instant to = paper.state() == PaperView.State.REFUSED ? paper.answered().orElseThrow() : Instant.MAX;
        KnownFacts.Known ofPerson = known.get(paper.personId());
        for (Fact each : ofPerson == null ? List.<Fact>of() : ofPerson.facts()) {
            boolean same = each.kind() == fact.kind() && each.about().equals(fact.about());
            if (same
                    && each.knownTo().isAfter(paper.accepted())
                    && each.knownFrom().isBefore(to)) {
                to = each.knownFrom();
            }
        }
        if (!to.isAfter(paper.accepted())) {
            return false;
        }
        facts.computeIfAbsent(paper.personId(), id -> new ArrayList<>(1)).add(fact.known(paper.accepted(), to));
        names.computeIfAbsent(paper.personId(), id -> new HashMap<>()).put(fact.source(), name(paper));
        return true;
    }

    private KnownFacts.SourceName name(Stored paper) {
        String agency = agency(paper.agencyId());
        return new KnownFacts.SourceName(
                Texts.get(Texts.VIETNAMESE, "eligibility.paper.named", agency),
                Texts.get(Locale.ENGLISH, "eligibility.paper.named", agency));
    }

    private static Fact fact(Stored paper) {
        long id = BELOW_EXCEPTIONS - paper.id();
        int source = (int) -paper.id();
        Fact fact = switch (paper.kind()) {
            case DOSE -> Fact.of(id, source, FactKind.DOSE, paper.code(), paper.about());
            case RECOVERY -> Fact.of(id, source, FactKind.RECOVERY, paper.code(), paper.about());
            case TEST ->
                Fact.test(
                        id,
                        source,
                        paper.code(),
                        Fact.TestOutcome.valueOf(paper.outcome()),
                        false,
                        paper.about(),
                        paper.from());
        };
        return fact.until(paper.ends());
    }
}
