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
import vn.khanhhoa.thecovid.eligibility.TieView;
import vn.khanhhoa.thecovid.eligibility.criteria.CodeList;
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
        CodeList list = switch (record.kind()) {
            case DOSE -> CodeList.VACCINE;
            case TEST -> CodeList.METHOD;
            case RECOVERY -> CodeList.CERTIFICATE;
        };
        return language.text(
                "eligibility.matching.record." + record.kind().name().toLowerCase(Locale.ROOT),
                CriteriaSets.VOCABULARY.name(list, record.code(), language.getLocale()),
                formats.day(record.day()),
                record.facility());
    }

    /** Whom a source names, and what it tells of them. */
    public String statement(TieView tie) {
        String who = Stream.of(
                        tie.given().name(),
                        birth(tie.given().birth()),
                        document(tie.given()),
                        masked(tie.given().phoneEnd()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return who + ": " + tie.records().stream().map(this::record).collect(Collectors.joining("; "));
    }
}
