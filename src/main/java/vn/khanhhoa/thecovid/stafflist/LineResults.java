package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.registry.ReasonCatalogue;
import vn.khanhhoa.thecovid.registry.ReasonText;

/** How far lines of a draft have come, in words: where they stand, why they came back, and what the agency adds. */
@ApplicationScoped
class LineResults {
    @Inject
    private Sql sql;

    @Inject
    private ReasonCatalogue reasons;

    private record Result(String word, boolean explained, String code, String note) {}

    static List<String> headings(Locale language) {
        return List.of(
                Texts.get(language, "stafflist.result-column"),
                Texts.get(language, "stafflist.reason"),
                Texts.get(language, "stafflist.remark-column"));
    }

    /** The entries of a list that a filter lets through. */
    Set<Long> entries(long listId, EntryFilter filter) {
        List<Object> args = new ArrayList<>();
        String condition = filter.condition(listId, args);
        return new HashSet<>(sql.list(
                "SELECT e.id FROM stafflist_entry e WHERE " + condition, row -> row.getLong(1), args.toArray()));
    }

    /** By line, below the headings. */
    Map<Long, List<String>> of(List<DraftRow> lines, Locale language) {
        Map<Long, Result> results = new HashMap<>();
        InParts.of(
                lines.stream().map(DraftRow::entryId).filter(id -> id != 0).toList(),
                (some, args) -> sql.list(
                                "SELECT id, state, reopened, IFNULL(reason_code, ''), IFNULL(reason_text, '') FROM"
                                        + " stafflist_entry WHERE id IN " + some,
                                row -> {
                                    EntryState state = EntryState.valueOf(row.getString(2));
                                    return Map.entry(
                                            row.getLong(1),
                                            new Result(
                                                    EntryWord.of(state, row.getBoolean(3))
                                                            .key(),
                                                    state == EntryState.RETURNED || state == EntryState.REFUSED,
                                                    OutwardReason.code(row.getString(4)),
                                                    OutwardReason.note(row.getString(4), row.getString(5))));
                                },
                                args)
                        .forEach(result -> results.put(result.getKey(), result.getValue())));
        Map<String, String> texts = reasons.all().stream()
                .collect(Collectors.toMap(
                        ReasonText::code,
                        reason -> language.getLanguage().equals("vi") ? reason.textVi() : reason.textEn()));
        Map<Long, List<String>> told = new HashMap<>();
        lines.forEach(line -> told.put(line.id(), told(line, results.get(line.entryId()), texts, language)));
        return told;
    }

    private static List<String> told(
            DraftRow line, @Nullable Result result, Map<String, String> texts, Locale language) {
        List<String> state = new ArrayList<>();
        if (line.state() != RowState.SUBMITTED || result == null) {
            state.add(
                    Texts.get(language, "stafflist.state-" + line.state().name().toLowerCase(Locale.ROOT)));
        }
        if (result != null) {
            state.add(Texts.get(language, result.word()));
        }
        String standing = String.join(" · ", state);
        return result == null || !result.explained()
                ? List.of(standing, "", "")
                : List.of(
                        standing, (result.code() + " " + texts.getOrDefault(result.code(), "")).strip(), result.note());
    }
}
