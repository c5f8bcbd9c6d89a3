package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.DocumentContent;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * The way from a draft to what is in force, the same for criteria sets and matrices: a draft is changed by whoever has read
 * its last revision, attested with its document by somebody who wrote no part of it, and put in force for a place. What may
 * stand in the table is known to the use cases that call this.
 */
@ApplicationScoped
class RuleDesk {
    static final int LONGEST_NUMBER = 120;

    private static final int MEGABYTE = 1 << 20;
    private static final int LARGEST_MEGABYTES = 10;
    private static final int LONGEST_FILE_NAME = 200;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    @Inject
    private StoredRules stored;

    @Inject
    private Catalogue catalogue;

    @Inject
    private DataCipher cipher;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    PublicId begin(RuleKind kind, Actor actor, RuleText table, String from) {
        OneLine.of(table.document(), LONGEST_NUMBER);
        PublicId id = stored.add(kind, actor, table, clock.instant());
        tell(kind, actor, "begun", id, Map.of("from", from));
        return id;
    }

    private void tell(RuleKind kind, Actor actor, String what, PublicId id, Map<String, String> details) {
        trail.fire(RuleChanged.of(kind, actor.accountId(), what, id, details));
    }

    void change(
            RuleKind kind,
            Actor actor,
            PublicId id,
            int revision,
            Map<String, String> details,
            UnaryOperator<RuleText> how) {
        requireDraft(kind, id);
        stored.change(actor, id, revision, how.apply(stored.text(kind, id)), clock.instant());
        tell(kind, actor, "changed", id, details);
    }

    private void requireDraft(RuleKind kind, PublicId id) {
        if (!stored.summary(kind, id).isDraft()) {
            throw new RuleViolation("eligibility.attested-fixed");
        }
    }

    /** The signed document, as PDF; takes the place of one that was attached before. */
    void attach(RuleKind kind, Actor actor, PublicId id, int revision, String fileName, byte[] content) {
        requireDraft(kind, id);
        if (content.length < PDF.length || !Arrays.equals(content, 0, PDF.length, PDF, 0, PDF.length)) {
            throw new RuleViolation("eligibility.document-not-pdf");
        }
        if (content.length > LARGEST_MEGABYTES * MEGABYTE) {
            throw new RuleViolation("eligibility.document-too-large", LARGEST_MEGABYTES);
        }
        stored.attach(
                actor,
                id,
                revision,
                OneLine.ofFile(fileName, LONGEST_FILE_NAME),
                cipher.seal(content),
                clock.instant());
        tell(kind, actor, "document-attached", id, Map.of());
    }

    DocumentContent document(RuleKind kind, PublicId id) {
        return new DocumentContent(
                stored.summary(kind, id).documentName(),
                "application/pdf",
                cipher.openBytes(stored.sealedDocument(kind, id)));
    }

    void discard(RuleKind kind, Actor actor, PublicId id, int revision) {
        requireDraft(kind, id);
        stored.discard(id, revision);
        tell(kind, actor, "discarded", id, Map.of());
    }

    /** That the table equals its document. Nobody attests what they wrote a part of. @param sound nothing is wrong in it */
    void attest(RuleKind kind, Actor actor, PublicId id, int revision, boolean sound) {
        RuleSetSummary set = stored.summary(kind, id);
        if (!set.isDraft()) {
            throw new RuleViolation("eligibility.attested-fixed");
        }
        if (stored.isWrittenBy(id, actor.accountId())) {
            throw new RuleViolation("eligibility.attest-own");
        }
        if (set.document().isEmpty() || set.documentName().isEmpty()) {
            throw new RuleViolation("eligibility.document-missing");
        }
        if (!sound) {
            throw new RuleViolation("eligibility.set-has-errors");
        }
        stored.attest(actor, id, revision, clock.instant());
        tell(kind, actor, "attested", id, Map.of("document", set.document()));
    }

    /** @param differences of the text of what is replaced and of this one */
    <D> RuleForeseen<D> foresee(
            RuleKind kind,
            PublicId id,
            long areaId,
            Instant from,
            BiFunction<RuleText, RuleText, List<D>> differences) {
        Instant now = clock.instant();
        AreaView place = catalogue.area(areaId).orElseThrow(NotFound::new);
        Instant begin = from.truncatedTo(ChronoUnit.MICROS);
        OrderTimes.requireNear(begin, now);
        RuleText table = stored.text(kind, id);
        Optional<RuleOrderView> replaced = stored.inForce(kind, areaId, begin, now);
        return new RuleForeseen<>(
                place,
                begin,
                begin.isBefore(now),
                stored.lastNumber(kind, areaId),
                replaced,
                stored.next(kind, areaId, begin),
                replaced.map(order -> differences.apply(stored.text(kind, order.setId()), table))
                        .orElse(List.of()));
    }

    /**
     * @param document number of the document by which it is in force there
     * @param seen the number of the place's last order that the actor has seen ({@link RuleForeseen})
     * @param pastConfirmed whether the actor was told what changes by a start in the past
     */
    void putInForce(
            RuleKind kind,
            Actor actor,
            PublicId id,
            long areaId,
            String document,
            Instant from,
            int seen,
            boolean pastConfirmed) {
        Instant now = clock.instant();
        AreaView place = catalogue.area(areaId).orElseThrow(NotFound::new);
        String number = OneLine.of(document, LONGEST_NUMBER);
        Instant begin = from.truncatedTo(ChronoUnit.MICROS);
        if (stored.summary(kind, id).isDraft()) {
            throw new RuleViolation("eligibility.not-attested");
        }
        if (number.isEmpty()) {
            throw new RuleViolation("eligibility.document-number-missing");
        }
        OrderTimes.requireNear(begin, now);
        OrderTimes.requireConfirmed(begin, now, pastConfirmed);
        if (stored.inForce(kind, areaId, begin, now)
                .filter(order -> order.setId().equals(id) && order.place().id() == areaId)
                .isPresent()) {
            throw new RuleViolation("eligibility.already-in-force");
        }
        stored.order(kind, actor, id, place, seen, number, begin, now);
        tell(
                kind,
                actor,
                "put-in-force",
                id,
                Map.of("area", place.code(), "document", number, "from", begin.toString()));
    }
}
