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
 * its last revision, attested with its document by somebody who wrote no part of it, and put in force for a place by somebody
 * else again. What may stand in the table is known to the use cases that call this.
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

    /** Over what is stored now, whichever revision was read. @return as it was before */
    RuleSetSummary changeCells(RuleKind kind, Actor actor, PublicId id, UnaryOperator<RuleText> how) {
        StoredRules.Held held = stored.hold(kind, id);
        requireDraft(held.summary());
        RuleText changed = how.apply(held.text());
        if (!changed.equals(held.text())) {
            stored.change(actor, id, held.summary().revision(), changed, clock.instant());
            tell(kind, actor, "changed", id, Map.of("changed", "cells"));
        }
        return held.summary();
    }

    private void requireDraft(RuleKind kind, PublicId id) {
        requireDraft(stored.summary(kind, id));
    }

    private static void requireDraft(RuleSetSummary set) {
        if (set.isAttested()) {
            throw new RuleViolation("eligibility.attested-fixed");
        }
        if (set.shipped()) {
            throw new RuleViolation("eligibility.shipped-fixed");
        }
    }

    /** The signed document, as PDF; takes the place of one that was attached before. */
    void attach(RuleKind kind, Actor actor, PublicId id, int revision, String fileName, byte[] content) {
        requireDraft(kind, id);
        requirePdf(content);
        stored.attach(
                actor,
                id,
                revision,
                OneLine.ofFile(fileName, LONGEST_FILE_NAME),
                cipher.seal(content),
                clock.instant());
        tell(kind, actor, "document-attached", id, Map.of());
    }

    /** What one that came with the portal is to be compared with. @param numbered its text with the number of the document */
    void attachToShipped(
            RuleKind kind,
            Actor actor,
            PublicId id,
            int revision,
            UnaryOperator<RuleText> numbered,
            String fileName,
            byte[] content) {
        RuleSetSummary set = stored.summary(kind, id);
        if (!set.shipped()) {
            throw new NotFound();
        }
        if (set.isAttested()) {
            throw new RuleViolation("eligibility.attested-fixed");
        }
        RuleText table = numbered.apply(stored.text(kind, id));
        if (table.document().isEmpty()) {
            throw new RuleViolation("eligibility.document-number-missing");
        }
        requirePdf(content);
        stored.attachToShipped(id, revision, table, OneLine.ofFile(fileName, LONGEST_FILE_NAME), cipher.seal(content));
        tell(kind, actor, "document-attached", id, Map.of("document", table.document()));
    }

    private static void requirePdf(byte[] content) {
        if (content.length < PDF.length || !Arrays.equals(content, 0, PDF.length, PDF, 0, PDF.length)) {
            throw new RuleViolation("eligibility.document-not-pdf");
        }
        if (content.length > LARGEST_MEGABYTES * MEGABYTE) {
            throw new RuleViolation("eligibility.document-too-large", LARGEST_MEGABYTES);
        }
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
        if (set.isAttested()) {
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
            Actor actor,
            PublicId id,
            long areaId,
            Instant from,
            BiFunction<RuleText, RuleText, List<D>> differences) {
        Instant now = clock.instant();
        AreaView place = catalogue.area(areaId).orElseThrow(NotFound::new);
        Instant begin = from.truncatedTo(ChronoUnit.MICROS);
        requireIssuable(kind, actor, id);
        OrderTimes.requireNear(begin, now);
        RuleText table = stored.text(kind, id);
        Optional<RuleOrderView> replaced = stored.inForce(kind, areaId, begin, now);
        return new RuleForeseen<>(
                place,
                begin,
                OrderTimes.isPast(begin, now),
                stored.lastNumber(kind, areaId),
                replaced,
                stored.next(kind, areaId, begin, now),
                replaced.map(order -> differences.apply(stored.text(kind, order.setId()), table))
                        .orElse(List.of()));
    }

    /** Whoever attested it is not who puts it in force. */
    private void requireIssuable(RuleKind kind, Actor actor, PublicId id) {
        if (!stored.summary(kind, id).isAttested()) {
            throw new RuleViolation("eligibility.not-attested");
        }
        if (stored.isAttestedBy(id, actor.accountId())) {
            throw new RuleViolation("eligibility.issue-own");
        }
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
        requireIssuable(kind, actor, id);
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

    /** Of all places, as they are known now. */
    List<RuleOrderView> orders(RuleKind kind) {
        return stored.orders(kind, clock.instant());
    }

    RuleOrderView order(RuleKind kind, long areaId, int number) {
        return stored.order(kind, areaId, number, clock.instant());
    }

    int lastNumber(RuleKind kind, long areaId) {
        return stored.lastNumber(kind, areaId);
    }

    /** What is in force around the place, and would be there if it had none of its own. */
    Optional<RuleOrderView> around(RuleKind kind, long areaId, Instant at) {
        return catalogue.area(areaId).flatMap(place -> stored.inForce(kind, place.parentId(), at, clock.instant()));
    }

    /** From then on the place has none of its own; arguments as for {@link #putInForce}. */
    void end(
            RuleKind kind,
            Actor actor,
            long areaId,
            int number,
            String document,
            Instant at,
            int seen,
            boolean pastConfirmed) {
        Instant now = clock.instant();
        RuleOrderView order = live(kind, areaId, number);
        String paper = OneLine.of(document, LONGEST_NUMBER);
        Instant end = at.truncatedTo(ChronoUnit.MICROS);
        if (paper.isEmpty()) {
            throw new RuleViolation("eligibility.document-number-missing");
        }
        OrderTimes.requireNear(end, now);
        if (!end.isAfter(order.from())) {
            throw new RuleViolation("eligibility.end-before-start");
        }
        OrderTimes.requireConfirmed(end, now, pastConfirmed);
        stored.end(kind, actor, order, seen, paper, end, now);
        tell(
                kind,
                actor,
                "ended",
                order.setId(),
                Map.of("area", order.place().code(), "document", paper, "until", end.toString()));
    }

    private RuleOrderView live(RuleKind kind, long areaId, int number) {
        RuleOrderView order = order(kind, areaId, number);
        if (order.until() != null) {
            throw new RuleViolation("eligibility.ended-already");
        }
        return order;
    }

    /** Only before it begins. */
    void takeBack(RuleKind kind, Actor actor, long areaId, int number, int seen) {
        Instant now = clock.instant();
        RuleOrderView order = live(kind, areaId, number);
        if (!order.from().isAfter(now)) {
            throw new RuleViolation("eligibility.rule-has-begun");
        }
        stored.end(kind, actor, order, seen, "", order.from(), now);
        tell(
                kind,
                actor,
                "taken-back",
                order.setId(),
                Map.of("area", order.place().code()));
    }
}
