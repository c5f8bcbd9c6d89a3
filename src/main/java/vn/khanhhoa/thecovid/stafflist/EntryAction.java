package vn.khanhhoa.thecovid.stafflist;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * All that can become of an entry: what may happen where, by whom, where it leads and what follows. The code that moves
 * entries asks here and nowhere else; {@code src/docs/entry-states.md} is drawn from it. What a verdict needs besides
 * (four eyes, whose people, the period) is the matter of {@link Entry}.
 */
public enum EntryAction {
    /** By an organisation, or by a person who has none. */
    SUBMIT(
            by(Permission.KEEP_OWN_LISTS, Permission.ANYONE),
            anew(),
            to(EntryPosition.WAITING, EntryPosition.QUEUED),
            "stafflist.entry-not-open",
            Effect.CODE),
    /** A line that is mended or changed before its entry is decided. */
    SUBMIT_AGAIN(
            by(Permission.KEEP_OWN_LISTS),
            from(
                    EntryPosition.WAITING,
                    EntryPosition.QUEUED,
                    EntryPosition.PROPOSED,
                    EntryPosition.HELD,
                    EntryPosition.RETURNED),
            to(EntryPosition.WAITING, EntryPosition.QUEUED),
            "stafflist.entry-not-open"),
    /** By a person without an organisation. */
    MEND(by(Permission.ANYONE), from(EntryPosition.RETURNED), to(EntryPosition.QUEUED), "stafflist.entry-not-returned"),
    /** The registration of the organisation was confirmed. */
    BEGIN(by(Permission.RUN_JOBS), from(EntryPosition.WAITING), to(EntryPosition.QUEUED), "stafflist.entry-not-open"),
    FORWARD(
            by(Permission.REVIEW_ENTRIES),
            from(EntryPosition.QUEUED),
            to(EntryPosition.QUEUED),
            "stafflist.entry-not-pending",
            Effect.HISTORY,
            Effect.COUNT),
    /** By the agency that passed it on, for some minutes, where nobody at the other has opened it. */
    CALL_BACK(
            by(Permission.REVIEW_ENTRIES),
            from(EntryPosition.QUEUED),
            to(EntryPosition.QUEUED),
            "stafflist.entry-not-pending",
            Effect.HISTORY,
            Effect.COUNT),
    /** A verdict of somebody who may give it alone. */
    DECIDE(
            by(Permission.REVIEW_ENTRIES),
            from(EntryPosition.QUEUED),
            to(EntryPosition.HELD),
            "stafflist.entry-not-pending",
            Effect.HISTORY),
    /** A verdict that needs an approver. */
    PROPOSE(
            by(Permission.REVIEW_ENTRIES),
            from(EntryPosition.QUEUED),
            to(EntryPosition.PROPOSED),
            "stafflist.entry-not-pending",
            Effect.HISTORY),
    CONFIRM(
            by(Permission.APPROVE_PROPOSALS),
            from(EntryPosition.PROPOSED),
            to(EntryPosition.HELD),
            "stafflist.entry-not-pending",
            Effect.HISTORY),
    DECLINE(
            by(Permission.APPROVE_PROPOSALS),
            from(EntryPosition.PROPOSED),
            to(EntryPosition.QUEUED),
            "stafflist.entry-not-pending",
            Effect.HISTORY),
    /** By whoever had the last word on the verdict, until it takes effect. */
    UNDO(
            by(Permission.REVIEW_ENTRIES),
            from(EntryPosition.PROPOSED, EntryPosition.HELD),
            to(EntryPosition.QUEUED),
            "stafflist.entry-not-pending",
            Effect.HISTORY),
    /** A verdict that cannot take effect any more, as its period is over. */
    LAPSE(
            by(Permission.RUN_JOBS),
            from(EntryPosition.PROPOSED, EntryPosition.HELD),
            to(EntryPosition.QUEUED),
            "stafflist.entry-not-pending",
            Effect.HISTORY),
    /** The undo window has closed. */
    APPROVE(
            by(Permission.RUN_JOBS),
            from(EntryPosition.HELD),
            to(EntryPosition.APPROVED),
            "stafflist.entry-not-pending",
            Effect.CARD,
            Effect.COUNT,
            Effect.MESSAGE),
    REFUSE(
            by(Permission.RUN_JOBS),
            from(EntryPosition.HELD),
            to(EntryPosition.REFUSED),
            "stafflist.entry-not-pending",
            Effect.NO_CARD,
            Effect.COUNT,
            Effect.MESSAGE),
    RETURN(
            by(Permission.RUN_JOBS),
            from(EntryPosition.HELD),
            to(EntryPosition.RETURNED),
            "stafflist.entry-not-pending",
            Effect.NO_CARD,
            Effect.COUNT,
            Effect.MESSAGE),
    /** By a head, of a decision that was not their own. */
    REOPEN(
            by(Permission.APPROVE_PROPOSALS),
            from(EntryPosition.APPROVED, EntryPosition.REFUSED),
            to(EntryPosition.QUEUED),
            "stafflist.entry-not-decided",
            Effect.CARD_SUSPENDED,
            Effect.HISTORY,
            Effect.COUNT),
    /** Asked for by the organisation or the person. */
    RECONSIDER(
            by(Permission.KEEP_OWN_LISTS, Permission.ANYONE),
            from(EntryPosition.REFUSED),
            to(EntryPosition.QUEUED),
            "stafflist.entry-not-refused",
            Effect.HISTORY,
            Effect.COUNT),
    /** By the organisation, or by a person who has none. */
    WITHDRAW(
            by(Permission.KEEP_OWN_LISTS, Permission.ANYONE),
            from(
                    EntryPosition.WAITING,
                    EntryPosition.QUEUED,
                    EntryPosition.PROPOSED,
                    EntryPosition.HELD,
                    EntryPosition.RETURNED),
            to(EntryPosition.WITHDRAWN),
            "stafflist.entry-not-open"),
    /** An approved change takes its place, or the day of an approved leave has come. */
    END(
            by(Permission.RUN_JOBS),
            from(EntryPosition.APPROVED),
            to(EntryPosition.ENDED),
            "stafflist.amended-ended",
            Effect.NO_CARD);

    /** What follows, in the same transaction. */
    public enum Effect {
        /** The person has a code to ask with. */
        CODE,
        /** There is one card, and it is good. */
        CARD,
        /** What there was of a card is good no more: superseded or revoked. */
        NO_CARD,
        /** What there was of a card is suspended, and whoever has it and the organisation are told. */
        CARD_SUSPENDED,
        /** A line in the history of the entry at the desk. */
        HISTORY,
        /** Counted for ever under this hour. */
        COUNT,
        /** The organisation and the person are told. */
        MESSAGE
    }

    /** {@code ANYONE}: the person with the code of the entry, who has no account. */
    private final Set<Permission> by;

    private final Set<EntryPosition> from;
    private final List<EntryPosition> to;
    private final String refusal;
    private final Set<Effect> effects;

    EntryAction(
            Set<Permission> by, Set<EntryPosition> from, List<EntryPosition> to, String refusal, Effect... effects) {
        this.by = by;
        this.from = from;
        this.to = to;
        this.refusal = refusal;
        this.effects = effects.length == 0
                ? Collections.unmodifiableSet(EnumSet.noneOf(Effect.class))
                : Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(effects)));
    }

    /** Any of these permissions will do, where the entry is of the actor's own organisation or at their agency. */
    public boolean isFor(Role role) {
        return by.stream().anyMatch(each -> each == Permission.ANYONE ? role == Role.VISITOR : role.may(each));
    }

    public Set<EntryPosition> from() {
        return from;
    }

    public boolean isAllowedAt(EntryPosition position) {
        return from.contains(position);
    }

    public List<EntryPosition> to() {
        return to;
    }

    public Set<Effect> effects() {
        return effects;
    }

    /** Refuses what may not happen where the entry stands, and says why. */
    void require(EntryPosition position) {
        if (isAllowedAt(position)) {
            return;
        }
        boolean ofAgency = from.stream().anyMatch(each -> each.state() == EntryState.PENDING);
        throw new RuleViolation(
                position.state() == EntryState.PENDING && ofAgency
                        ? switch (position.stage()) {
                            case OPEN -> "stafflist.entry-not-judged";
                            case PROPOSED -> "stafflist.entry-proposed";
                            case HELD -> "stafflist.entry-held";
                        }
                        : refusal);
    }

    /** As a condition on a row of {@code stafflist_entry}. */
    String allowed() {
        return from.stream()
                .map(position -> position.state() == EntryState.PENDING
                        ? "state = 'PENDING' AND stage = '" + position.stage() + "'"
                        : "state = '" + position.state() + "'")
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    /** As an assignment to a row of {@code stafflist_entry}; of an action with one end. */
    String assignment() {
        if (to.size() != 1) {
            throw new IllegalStateException(this + " has more than one end");
        }
        return "state = '" + to.get(0).state() + "', stage = '" + to.get(0).stage() + "', version = version + 1";
    }

    private static Set<Permission> by(Permission... permissions) {
        return Set.of(permissions);
    }

    private static Set<EntryPosition> anew() {
        return Set.of();
    }

    private static Set<EntryPosition> from(EntryPosition... positions) {
        return Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(positions)));
    }

    private static List<EntryPosition> to(EntryPosition... positions) {
        return List.of(positions);
    }
}
