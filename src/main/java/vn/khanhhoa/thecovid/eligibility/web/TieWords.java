package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.eligibility.CriteriaSets;
import vn.khanhhoa.thecovid.eligibility.PersonRecord;
import vn.khanhhoa.thecovid.eligibility.TieView;
import vn.khanhhoa.thecovid.eligibility.ToldRecord;
import vn.khanhhoa.thecovid.eligibility.criteria.CodeList;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordKind;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;

/** What pages say of those whom records are about, numbers masked. */
@Named
@RequestScoped
public class TieWords {
    @Inject
    private Language language;

    @Inject
    private Formats formats;

    /** As far as it is known. */
    public String birth(String iso) {
        List<String> parts = new ArrayList<>(List.of(iso.split("-", -1)));
        Collections.reverse(parts);
        return String.join("/", parts);
    }

    public String document(TieView.Who who) {
        return who.documentEnd().isEmpty()
                ? ""
                : language.text(
                        "eligibility.matching.document",
                        who.documentKind().equals("PASSPORT")
                                ? language.text("eligibility.matching.passport")
                                : who.documentKind(),
                        who.documentEnd());
    }

    public String masked(String end) {
        return end.isEmpty() ? "" : language.text("eligibility.matching.masked", end);
    }

    public String sex(String code) {
        return code.isEmpty() ? "" : language.text("eligibility.sex." + code.toLowerCase(Locale.ROOT));
    }

    /** What was told, when, and where. */
    public String record(TieView.Record record) {
        return language.text(
                "eligibility.matching.record." + record.kind().name().toLowerCase(Locale.ROOT),
                named(record.kind(), record.code()),
                formats.day(record.day()),
                record.facility());
    }

    private String named(RecordKind kind, String code) {
        CodeList list = switch (kind) {
            case DOSE -> CodeList.VACCINE;
            case TEST -> CodeList.METHOD;
            case RECOVERY -> CodeList.CERTIFICATE;
        };
        return CriteriaSets.VOCABULARY.name(list, code, language.getLocale());
    }

    /** What was told: which dose of what, which outcome by what, or the recovery by which paper. */
    public String what(ToldRecord told) {
        String fact = told.outcome()
                .map(each -> each.kind(told.pooled()).name())
                .orElse(told.kind().name())
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        return language.text("eligibility.told." + fact, named(told.kind(), told.code()), told.number());
    }

    /** Whether it counts for the person; else why not. */
    public String state(PersonRecord record) {
        return record.told().ended() == null
                ? language.text("eligibility.told." + record.tie().name().toLowerCase(Locale.ROOT))
                : ended(record.told());
    }

    /** Since when it does not count. */
    public String ended(ToldRecord told) {
        return language.text("eligibility.told.ended", formats.time(told.ended()));
    }

    /** Whom a source names, and what it tells of them. */
    public String statement(TieView tie) {
        return who(tie.given()) + ": "
                + tie.records().stream().map(this::record).collect(Collectors.joining("; "));
    }

    /** Numbers masked. */
    public String who(TieView.Who given) {
        return Stream.of(given.name(), birth(given.birth()), document(given), masked(given.phoneEnd()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
