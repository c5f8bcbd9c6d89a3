package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import vn.khanhhoa.thecovid.eligibility.ExceptionCase;
import vn.khanhhoa.thecovid.eligibility.ExceptionCaseState;
import vn.khanhhoa.thecovid.eligibility.ExceptionKind;
import vn.khanhhoa.thecovid.person.FindingPeople;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;

/** What the pages of the register say of exceptions and people. */
@Named
@RequestScoped
public class ExceptionWords {
    @Inject
    private Language language;

    @Inject
    private Formats formats;

    @Inject
    private Clock clock;

    public String kind(ExceptionKind kind) {
        return language.of(kind.nameVi(), kind.nameEn());
    }

    public String evidence(ExceptionKind kind) {
        return language.of(kind.evidenceVi(), kind.evidenceEn());
    }

    public String atPost(ExceptionKind kind) {
        return language.of(kind.atPostVi(), kind.atPostEn());
    }

    /** With what the clock makes of it. */
    public String state(ExceptionCase each) {
        if (each.isOver(clock.instant())) {
            return language.text("eligibility.exception.part.over");
        }
        return language.text(
                each.state() == ExceptionCaseState.APPROVED
                        ? "eligibility.exception.in-force"
                        : each.state().key());
    }

    public String tone(ExceptionCase each) {
        return each.isOver(clock.instant()) ? "neutral" : each.state().tone();
    }

    /** Until when it really holds, also where it was ended early. */
    public String validity(ExceptionCase each) {
        Instant ends = each.endsAt();
        LocalDate until = each.until();
        Instant entered = until == null
                ? Instant.MAX
                : until.plusDays(1).atStartOfDay(PortalClock.ZONE).toInstant();
        if (ends != null && ends.isBefore(entered)) {
            return ends.isAfter(each.from().atStartOfDay(PortalClock.ZONE).toInstant())
                    ? language.text("eligibility.exception.held-until", formats.day(each.from()), formats.time(ends))
                    : language.text("eligibility.exception.never-held", formats.day(each.from()));
        }
        return until == null
                ? language.text("eligibility.exception.from-day", formats.day(each.from()))
                : formats.day(each.from()) + " – " + formats.day(until);
    }

    /** As far as it is known. */
    public String birth(FindingPeople.Found person) {
        List<String> parts = new ArrayList<>(List.of(person.birth().split("-", -1)));
        Collections.reverse(parts);
        return String.join("/", parts);
    }

    public String document(FindingPeople.Found person) {
        return language.text(
                "eligibility.matching.document",
                person.documentKind().equals("PASSPORT")
                        ? language.text("eligibility.matching.passport")
                        : person.documentKind(),
                person.lastFour());
    }

    public String sex(FindingPeople.Found person) {
        return language.text("eligibility.sex." + person.sex().toLowerCase(Locale.ROOT));
    }
}
