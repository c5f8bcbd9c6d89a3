package vn.khanhhoa.thecovid.notification;

import static vn.khanhhoa.thecovid.notification.wording.Gap.AGENCY;
import static vn.khanhhoa.thecovid.notification.wording.Gap.AMENDMENT;
import static vn.khanhhoa.thecovid.notification.wording.Gap.CODE;
import static vn.khanhhoa.thecovid.notification.wording.Gap.COUNT;
import static vn.khanhhoa.thecovid.notification.wording.Gap.FROM;
import static vn.khanhhoa.thecovid.notification.wording.Gap.LINK;
import static vn.khanhhoa.thecovid.notification.wording.Gap.LIST;
import static vn.khanhhoa.thecovid.notification.wording.Gap.NAME;
import static vn.khanhhoa.thecovid.notification.wording.Gap.ORGANISATION;
import static vn.khanhhoa.thecovid.notification.wording.Gap.PRIVACY;
import static vn.khanhhoa.thecovid.notification.wording.Gap.REASON;
import static vn.khanhhoa.thecovid.notification.wording.Gap.RESULT;
import static vn.khanhhoa.thecovid.notification.wording.Gap.SECRET;
import static vn.khanhhoa.thecovid.notification.wording.Gap.TO;
import static vn.khanhhoa.thecovid.notification.wording.Gap.UNTIL;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.khanhhoa.thecovid.notification.wording.Gap;

/**
 * What a message is about, and what it must say. What is not among its gaps cannot be said in it: a message to a person
 * never holds the reason of a decision, which is read behind the code and the end of the document.
 */
public enum MessageKind {
    ACCOUNT_INVITATION(Set.of(LINK), Set.of()),
    /** Somebody registered with an address that has an account. */
    ACCOUNT_NAMED_AGAIN(Set.of(LINK), Set.of()),
    REGISTRATION_SUBMITTED(Set.of(LINK), Set.of(ORGANISATION, AGENCY)),
    REGISTRATION_CONFIRMED(Set.of(LINK), Set.of(ORGANISATION, AGENCY)),
    REGISTRATION_RETURNED(Set.of(REASON, LINK), Set.of(ORGANISATION, AGENCY)),
    /** Somebody registered anew what is registered, and asks to be let in; then, that they were. */
    ORGANISATION_CLAIMED(Set.of(LINK), Set.of(ORGANISATION, AGENCY)),
    CLAIM_ACCEPTED(Set.of(LINK), Set.of(ORGANISATION, AGENCY)),
    LIST_ENTERED(Set.of(COUNT, LINK), Set.of(LIST, ORGANISATION)),
    LIST_DECIDED(Set.of(RESULT, LINK), Set.of(LIST, ORGANISATION)),
    /** Which cards of a list were renewed, revoked, or end soon. */
    LIST_CARDS(Set.of(RESULT, LINK), Set.of(LIST, ORGANISATION)),
    /** An approval is looked at again, and its card suspended meanwhile: to the organisation. */
    ENTRY_REOPENED(Set.of(LINK), Set.of(LIST, ORGANISATION, AGENCY)),
    /** Tells people who they were named by, for what, and where to read about their data: the first they hear of it. */
    PERSON_ENTERED(false, Set.of(ORGANISATION, CODE, LINK, PRIVACY), Set.of(NAME)),
    PERSON_AMENDED(true, Set.of(ORGANISATION, AMENDMENT, CODE, LINK), Set.of(NAME)),
    /** Anybody can have it sent to any phone, as can be the two that follow: nothing that was typed is in them. */
    INDIVIDUAL_ENTERED(false, Set.of(CODE, LINK, PRIVACY), Set.of(AGENCY)),
    PERSON_RETURNED(false, Set.of(CODE, LINK), Set.of(AGENCY)),
    PERSON_REFUSED(false, Set.of(CODE, LINK), Set.of(AGENCY)),
    PERSON_APPROVED(false, Set.of(CODE, LINK), Set.of(NAME, AGENCY, FROM, TO)),
    PERSON_CHANGED(false, Set.of(CODE, LINK), Set.of(NAME, AGENCY, FROM, TO)),
    /** The card got a new code, because the old one was lost, shared, or is not safe any more. */
    PERSON_REISSUED(false, Set.of(CODE, LINK), Set.of(NAME, AGENCY, FROM, TO)),
    PERSON_UNCHANGED(false, Set.of(CODE, LINK), Set.of(NAME, AGENCY, AMENDMENT)),
    PERSON_LEFT(false, Set.of(ORGANISATION, FROM, LINK), Set.of(NAME, AGENCY, CODE)),
    /** An approval is looked at again, and what becomes of the card. */
    PERSON_SUSPENDED(false, Set.of(AGENCY, CODE, LINK), Set.of(NAME)),
    PERSON_RESTORED(false, Set.of(CODE, LINK), Set.of(NAME, AGENCY, FROM, TO)),
    /** The data suspended the card, and hold it no longer: never why, and others may read it on the phone. */
    PERSON_HELD(false, Set.of(CODE, LINK), Set.of(NAME)),
    PERSON_RELEASED(false, Set.of(CODE, LINK), Set.of(NAME, FROM, TO)),
    /** Officers did it: never why, nor which office, for either may tell of an illness. */
    PERSON_CARD_SUSPENDED(false, Set.of(CODE, LINK), Set.of(NAME)),
    PERSON_CARD_RESTORED(false, Set.of(CODE, LINK), Set.of(NAME, FROM, TO)),
    PERSON_CARD_REVOKED(false, Set.of(CODE, LINK), Set.of(NAME)),
    PERSON_RENEWED(false, Set.of(TO, CODE, LINK), Set.of(NAME, FROM)),
    PERSON_RENEWAL_UNDONE(false, Set.of(TO, CODE, LINK), Set.of(NAME, FROM)),
    /** That the card ends soon. */
    PERSON_ENDING(true, Set.of(TO, CODE, LINK), Set.of(NAME, ORGANISATION)),
    /** Without the name, which the sender may have changed meanwhile. */
    PERSON_REVOKED(false, Set.of(CODE, LINK), Set.of(AGENCY)),
    /** By which somebody proves to be the person of a health record: to the phone in it, which is what it proves. */
    PROOF_CODE(List.of(Channel.SMS), Set.of(SECRET), Set.of(UNTIL));

    private final List<Channel> channels;
    private final boolean stoppable;
    private final Set<Gap> needed;
    private final Set<Gap> gaps;

    /** To those with an account. */
    MessageKind(Set<Gap> needed, Set<Gap> more) {
        this(List.of(Channel.EMAIL), false, needed, more);
    }

    /** To people, by SMS, and by e-mail where the form asks for an address. */
    MessageKind(boolean stoppable, Set<Gap> needed, Set<Gap> more) {
        this(List.of(Channel.SMS, Channel.EMAIL), stoppable, needed, more);
    }

    MessageKind(List<Channel> channels, Set<Gap> needed, Set<Gap> more) {
        this(channels, false, needed, more);
    }

    MessageKind(List<Channel> channels, boolean stoppable, Set<Gap> needed, Set<Gap> more) {
        this.channels = channels;
        this.stoppable = stoppable;
        this.needed = Collections.unmodifiableSet(EnumSet.copyOf(needed));
        EnumSet<Gap> all = EnumSet.copyOf(needed);
        all.addAll(more);
        this.gaps = Collections.unmodifiableSet(all);
    }

    /** Whether a person may have it stopped; the first notice and the result of a decision are told in any case. */
    public boolean isStoppable() {
        return stoppable;
    }

    public List<Channel> channels() {
        return channels;
    }

    /** What every wording of it has to hold. */
    public Set<Gap> needed() {
        return needed;
    }

    public Set<Gap> gaps() {
        return gaps;
    }

    /** Key of the label. */
    public String key() {
        return "notification.kind." + name();
    }
}
