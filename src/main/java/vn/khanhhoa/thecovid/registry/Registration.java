package vn.khanhhoa.thecovid.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * One version of an organisation's registration. A draft is filled in and submitted; the agency that the routing names
 * then judges it, once: it is confirmed or returned with a reason. Both are final. What is to be mended or changed after
 * that goes into the next version, and until that one is confirmed, the last confirmed one stays in force.
 */
@Entity
@Table(name = "registry_registration")
class Registration {
    private static final String FORM_CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int FORM_CODE_LENGTH = 10;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "registry_seq")
    @SequenceGenerator(name = "registry_seq", sequenceName = "registry_seq", allocationSize = 50)
    private long id;

    @Column(name = "public_id")
    private UUID publicId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "organisation_id")
    private Organisation organisation;

    private int number;

    /** Printed on the request form, so that paper and version can be told to belong together. */
    @Column(name = "form_code")
    private String formCode;

    @Enumerated(EnumType.STRING)
    private RegistrationState state = RegistrationState.DRAFT;

    private String name;

    @Column(name = "sector_code")
    private @Nullable String sectorCode;

    private @Nullable String address;

    @Column(name = "area_id")
    private @Nullable Long areaId;

    private @Nullable Integer headcount;
    private @Nullable String representative;

    @Column(name = "contact_name")
    private byte @Nullable [] contactName;

    @Column(name = "contact_phone")
    private byte @Nullable [] contactPhone;

    @Column(name = "agency_id")
    private @Nullable Long agencyId;

    @Column(name = "rule_id")
    private @Nullable Long ruleId;

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    @Column(name = "submitted_by")
    private @Nullable Long submittedBy;

    @Column(name = "judged_at")
    private @Nullable Instant judgedAt;

    @Column(name = "judged_by")
    private @Nullable Long judgedBy;

    @Column(name = "return_reason")
    private @Nullable String returnReason;

    @Column(name = "return_text")
    private @Nullable String returnText;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Registration() {}

    private Registration(Organisation organisation, int number, String name) {
        this.publicId = PublicId.random().value();
        this.organisation = organisation;
        this.number = number;
        this.name = name;
        this.formCode = randomCode();
    }

    static Registration first(Organisation organisation) {
        return new Registration(organisation, 1, organisation.name());
    }

    /** Of the people of a commune: there is nothing to judge. */
    static Registration ofResidents(Organisation organisation, long areaId, Instant now) {
        Registration confirmed = first(organisation);
        confirmed.areaId = areaId;
        confirmed.state = RegistrationState.CONFIRMED;
        confirmed.judgedAt = now;
        return confirmed;
    }

    private static String randomCode() {
        return new SecureRandom()
                .ints(FORM_CODE_LENGTH, 0, FORM_CODE_LETTERS.length())
                .collect(
                        StringBuilder::new,
                        (code, index) -> code.append(FORM_CODE_LETTERS.charAt(index)),
                        StringBuilder::append)
                .toString();
    }

    /** The draft that follows once this version has been judged, with the same profile to begin from. */
    Registration next() {
        if (state != RegistrationState.CONFIRMED && state != RegistrationState.RETURNED) {
            throw new RuleViolation("registry.not-judged-yet");
        }
        Registration next = new Registration(organisation, number + 1, name);
        next.sectorCode = sectorCode;
        next.address = address;
        next.areaId = areaId;
        next.headcount = headcount;
        next.representative = representative;
        next.contactName = contactName;
        next.contactPhone = contactPhone;
        return next;
    }

    /** Takes what was typed, complete or not; the contact is sealed already. */
    void fill(RegistrationProfile profile, byte @Nullable [] sealedContactName, byte @Nullable [] sealedContactPhone) {
        requireDraft();
        name = profile.name();
        sectorCode = profile.sectorCode().isEmpty() ? null : profile.sectorCode();
        address = profile.address().isEmpty() ? null : profile.address();
        areaId = profile.areaId() == 0 ? null : profile.areaId();
        headcount = profile.headcount() == 0 ? null : profile.headcount();
        representative = profile.representative().isEmpty() ? null : profile.representative();
        contactName = sealedContactName;
        contactPhone = sealedContactPhone;
    }

    void submit(Route route, long accountId, Instant now) {
        requireDraft();
        state = RegistrationState.SUBMITTED;
        agencyId = route.agencyId();
        ruleId = route.ruleId();
        submittedBy = accountId;
        submittedAt = now;
    }

    void confirm(long accountId, Instant now) {
        judge(RegistrationState.CONFIRMED, accountId, now);
        organisation.confirmedAs(name);
    }

    void giveBack(String reasonCode, String text, long accountId, Instant now) {
        judge(RegistrationState.RETURNED, accountId, now);
        returnReason = reasonCode;
        returnText = text.isEmpty() ? null : text;
    }

    private void judge(RegistrationState outcome, long accountId, Instant now) {
        if (state != RegistrationState.SUBMITTED) {
            throw new RuleViolation("registry.judged-already");
        }
        if (submittedBy != null && submittedBy == accountId) {
            throw new RuleViolation("registry.not-ones-own");
        }
        state = outcome;
        judgedBy = accountId;
        judgedAt = now;
    }

    /**
     * Nobody judges their own agency where it is an organisation: not at the desk of another that they are lent to, and at its
     * own only where the rule that sent it there allows it.
     *
     * @param itself the agency that the organisation is, or 0
     */
    void requireStranger(Actor judge, long itself, boolean mayJudgeItself) {
        boolean allowed = itself == agencyId() && mayJudgeItself;
        if (itself != 0 && judge.belongsTo(itself) && !allowed) {
            throw new RuleViolation("registry.own-organisation");
        }
    }

    void requireDraft() {
        if (state != RegistrationState.DRAFT) {
            throw new RuleViolation("registry.not-a-draft");
        }
    }

    long id() {
        return id;
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    Organisation organisation() {
        return organisation;
    }

    int number() {
        return number;
    }

    String formCode() {
        return formCode;
    }

    RegistrationState state() {
        return state;
    }

    String name() {
        return name;
    }

    String sectorCode() {
        return sectorCode == null ? "" : sectorCode;
    }

    String address() {
        return address == null ? "" : address;
    }

    long areaId() {
        return areaId == null ? 0 : areaId;
    }

    int headcount() {
        return headcount == null ? 0 : headcount;
    }

    String representative() {
        return representative == null ? "" : representative;
    }

    byte @Nullable [] contactName() {
        return contactName;
    }

    byte @Nullable [] contactPhone() {
        return contactPhone;
    }

    /** It waits for another agency; when it was submitted stays. */
    void reroute(Route route) {
        agencyId = route.agencyId();
        ruleId = route.ruleId();
    }

    long agencyId() {
        return agencyId == null ? 0 : agencyId;
    }

    long ruleId() {
        return ruleId == null ? 0 : ruleId;
    }

    @Nullable Instant submittedAt() {
        return submittedAt;
    }

    @Nullable Instant judgedAt() {
        return judgedAt;
    }

    String returnReason() {
        return returnReason == null ? "" : returnReason;
    }

    String returnText() {
        return returnText == null ? "" : returnText;
    }

    int version() {
        return version;
    }
}
