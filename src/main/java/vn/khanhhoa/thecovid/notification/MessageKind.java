package vn.khanhhoa.thecovid.notification;

import static vn.khanhhoa.thecovid.notification.wording.Gap.CO_QUAN;
import static vn.khanhhoa.thecovid.notification.wording.Gap.DANH_SACH;
import static vn.khanhhoa.thecovid.notification.wording.Gap.DEN_NGAY;
import static vn.khanhhoa.thecovid.notification.wording.Gap.DIEU_CHINH;
import static vn.khanhhoa.thecovid.notification.wording.Gap.DON_VI;
import static vn.khanhhoa.thecovid.notification.wording.Gap.HO_TEN;
import static vn.khanhhoa.thecovid.notification.wording.Gap.KET_QUA;
import static vn.khanhhoa.thecovid.notification.wording.Gap.LIEN_KET;
import static vn.khanhhoa.thecovid.notification.wording.Gap.LY_DO;
import static vn.khanhhoa.thecovid.notification.wording.Gap.MA_TRA_CUU;
import static vn.khanhhoa.thecovid.notification.wording.Gap.RIENG_TU;
import static vn.khanhhoa.thecovid.notification.wording.Gap.SO_DE_NGHI;
import static vn.khanhhoa.thecovid.notification.wording.Gap.TU_NGAY;

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
    ACCOUNT_INVITATION(Set.of(LIEN_KET), Set.of(HO_TEN)),
    REGISTRATION_SUBMITTED(Set.of(LIEN_KET), Set.of(DON_VI, CO_QUAN)),
    REGISTRATION_CONFIRMED(Set.of(LIEN_KET), Set.of(DON_VI, CO_QUAN)),
    REGISTRATION_RETURNED(Set.of(LY_DO, LIEN_KET), Set.of(DON_VI, CO_QUAN)),
    LIST_ENTERED(Set.of(SO_DE_NGHI, LIEN_KET), Set.of(DANH_SACH, DON_VI)),
    LIST_DECIDED(Set.of(KET_QUA, LIEN_KET), Set.of(DANH_SACH, DON_VI)),
    /** Tells people who they were named by, for what, and where to read about their data: the first they hear of it. */
    PERSON_ENTERED(true, Set.of(DON_VI, MA_TRA_CUU, LIEN_KET, RIENG_TU), Set.of(HO_TEN)),
    PERSON_AMENDED(true, Set.of(DON_VI, DIEU_CHINH, MA_TRA_CUU, LIEN_KET), Set.of(HO_TEN)),
    INDIVIDUAL_ENTERED(true, Set.of(MA_TRA_CUU, LIEN_KET, RIENG_TU), Set.of(HO_TEN, CO_QUAN)),
    PERSON_RETURNED(false, Set.of(MA_TRA_CUU, LIEN_KET), Set.of(HO_TEN, CO_QUAN)),
    PERSON_REFUSED(false, Set.of(MA_TRA_CUU, LIEN_KET), Set.of(HO_TEN, CO_QUAN)),
    PERSON_APPROVED(false, Set.of(MA_TRA_CUU, LIEN_KET), Set.of(HO_TEN, CO_QUAN, TU_NGAY, DEN_NGAY)),
    PERSON_CHANGED(false, Set.of(MA_TRA_CUU, LIEN_KET), Set.of(HO_TEN, CO_QUAN, TU_NGAY, DEN_NGAY)),
    PERSON_UNCHANGED(false, Set.of(MA_TRA_CUU, LIEN_KET), Set.of(HO_TEN, CO_QUAN, DIEU_CHINH)),
    PERSON_LEFT(false, Set.of(DON_VI, TU_NGAY, LIEN_KET), Set.of(HO_TEN, CO_QUAN, MA_TRA_CUU));

    private final boolean toPerson;
    private final boolean stoppable;
    private final Set<Gap> needed;
    private final Set<Gap> gaps;

    /** To those with an account. */
    MessageKind(Set<Gap> needed, Set<Gap> more) {
        this(false, false, needed, more);
    }

    /** To people, by SMS, and by e-mail where the form asks for an address. */
    MessageKind(boolean stoppable, Set<Gap> needed, Set<Gap> more) {
        this(true, stoppable, needed, more);
    }

    MessageKind(boolean toPerson, boolean stoppable, Set<Gap> needed, Set<Gap> more) {
        this.toPerson = toPerson;
        this.stoppable = stoppable;
        this.needed = Collections.unmodifiableSet(EnumSet.copyOf(needed));
        EnumSet<Gap> all = EnumSet.copyOf(needed);
        all.addAll(more);
        this.gaps = Collections.unmodifiableSet(all);
    }

    /** Whether a person may have it stopped; the result of a decision is told in any case. */
    public boolean isStoppable() {
        return stoppable;
    }

    public List<Channel> channels() {
        return toPerson ? List.of(Channel.SMS, Channel.EMAIL) : List.of(Channel.EMAIL);
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
