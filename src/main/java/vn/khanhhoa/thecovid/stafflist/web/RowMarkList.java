package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.ProblemCode;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.registry.ReasonCatalogue;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EditOutcome;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.RowBrowsing;
import vn.khanhhoa.thecovid.stafflist.RowEntry;
import vn.khanhhoa.thecovid.stafflist.RowFilter;
import vn.khanhhoa.thecovid.stafflist.RowMark;
import vn.khanhhoa.thecovid.stafflist.RowState;
import vn.khanhhoa.thecovid.stafflist.RowView;

/** What there is to be seen in a draft, in the reader's words: as filters with their counts. */
@RequestScoped
public class RowMarkList {
    /**
     * A filter.
     *
     * @param tone all, good, E, W or R
     * @param address query of the page that shows it
     * @param mark whether it is for one kind of problem or repair: of these there may be many
     */
    public record Chip(String tone, String label, String address, long rows, boolean mark) {}

    private static final String TWICE = "intake." + ProblemCode.DUPLICATE_IN_FILE.key();

    private final Map<Integer, String> names = new HashMap<>();

    @Inject
    private RowBrowsing browsing;

    @Inject
    private ReasonCatalogue reasons;

    @Inject
    private CurrentActor actor;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    List<Chip> chips(PublicId listId) {
        Map<RowState, Long> states = browsing.states(actor.get(), listId);
        Map<String, FormColumn> columns = columns(listId);
        List<Chip> chips = new ArrayList<>();
        String page = "?id=" + listId;
        long all = states.values().stream().mapToLong(Long::longValue).sum();
        chips.add(new Chip("all", language.text("stafflist.all"), page, all, false));
        chips.add(new Chip(
                "E",
                language.text("stafflist.with-errors"),
                page + "&state=BAD",
                states.getOrDefault(RowState.BAD, 0L),
                false));
        chips.add(new Chip(
                "good",
                language.text("stafflist.ready"),
                page + "&state=GOOD",
                states.getOrDefault(RowState.GOOD, 0L),
                false));
        long sending = states.getOrDefault(RowState.SENDING, 0L);
        if (sending > 0) {
            chips.add(
                    new Chip("all", language.text("stafflist.state-sending"), page + "&state=SENDING", sending, false));
        }
        browsing.amendments(actor.get(), listId)
                .forEach((kind, rows) -> chips.add(new Chip(
                        "R",
                        language.text("stafflist.unsent." + kind.name().toLowerCase(Locale.ROOT)),
                        page + "&kind=" + RowFilter.AMENDMENT + "&code=" + kind,
                        rows,
                        false)));
        chips.addAll(chips(browsing.marks(actor.get(), listId), columns, page));
        return chips;
    }

    /** Of ready lines, each with the page that shows it. */
    List<Chip> ready(PublicId listId, List<RowMark> marks) {
        return chips(marks, columns(listId), "?id=" + listId + "&state=" + RowState.GOOD);
    }

    private Map<String, FormColumn> columns(PublicId listId) {
        return browsing.columns(actor.get(), listId).stream()
                .collect(Collectors.toMap(column -> column.key(), column -> column.column()));
    }

    private List<Chip> chips(List<RowMark> marks, Map<String, FormColumn> columns, String page) {
        List<Chip> chips = new ArrayList<>();
        for (RowMark mark : marks) {
            FormColumn column = columns.get(mark.column());
            String where = column == null ? "" : language.of(column.labelVi(), column.labelEn());
            chips.add(new Chip(
                    mark.kind(),
                    (where.isEmpty() ? "" : where + ": ") + name(mark.kind(), mark.code()),
                    page + "&kind=" + mark.kind() + "&code=" + mark.code()
                            + (mark.column().isEmpty() ? "" : "&column=" + mark.column()),
                    mark.rows(),
                    true));
        }
        return chips;
    }

    /** What is prepared, in a word or with its day. */
    String unsentWord(RowView row) {
        return row.leaveOn() == null
                ? language.text(row.intent().key())
                : language.text("stafflist.leave-on", formats.day(row.leaveOn()));
    }

    /** Short; where there is no short name, at least what kind of thing it is. */
    String name(String kind, String code) {
        String key = (kind.equals(RowMark.REPAIR) ? "stafflist.repaired." : "stafflist.mark.")
                + code.toLowerCase(Locale.ROOT).replace('_', '-');
        return Texts.has(language.getLocale(), key)
                ? language.text(key)
                : switch (kind) {
                    case RowMark.ERROR -> language.text("stafflist.error");
                    case RowMark.WARNING -> language.text("stafflist.warning");
                    default -> language.text("stafflist.repaired");
                };
    }

    /** "Dòng 5 của tệp “abc.xlsx”"; empty where the line was typed, or it is not known. */
    String origin(PublicId listId, RowView row) {
        if (row.fileRow() == 0) {
            return "";
        }
        return Optional.ofNullable(
                        browsing.files(actor.get(), listId, List.of(row.id())).get(row.id()))
                .map(file -> origin(row, file))
                .orElse("");
    }

    String origin(RowView row, String file) {
        return language.text("stafflist.origin", row.fileRow(), file);
    }

    /** Why the entry of a line was returned or refused, with what the agency adds; empty where there is nothing to say. */
    String reason(RowEntry entry) {
        if (entry.reasonCode().isEmpty()
                || entry.state() != EntryState.RETURNED && entry.state() != EntryState.REFUSED) {
            return "";
        }
        String text = reasons.all().stream()
                .filter(reason -> reason.code().equals(entry.reasonCode()))
                .map(reason -> language.of(reason.textVi(), reason.textEn()))
                .findFirst()
                .orElse("");
        return language.text("stafflist.reason-said", entry.reasonCode(), text, entry.reasonNote())
                .strip();
    }

    /** For how long the card of a line holds, where the line says something else; empty otherwise. */
    String holds(RowView row, @Nullable RowEntry entry) {
        return Optional.ofNullable(entry)
                .flatMap(known -> known.holdsOtherwiseThan(row))
                .map(days -> language.text("stafflist.line-holds", formats.day(days.from()), formats.day(days.to())))
                .orElse("");
    }

    String removalQuestion(RowView row) {
        return language.text("stafflist.remove-question", String.valueOf(row.number()), name(row));
    }

    /** What becomes of the line and its entry where it is taken out. */
    String removal(@Nullable RowEntry entry) {
        return language.text(entry == null ? "stafflist.remove-plain" : entry.removalKey());
    }

    /** What became of them. */
    String removed(RowView row, @Nullable RowEntry entry, EditOutcome outcome) {
        boolean stays = outcome.rows().stream().anyMatch(left -> left.id().equals(row.id()));
        boolean changed = outcome.change().isPresent();
        String key = !stays ? "stafflist.row-removed" : changed ? "stafflist.row-leaving" : "stafflist.row-left-alone";
        String done = language.text(key, String.valueOf(row.number()), name(row));
        return changed && entry != null && entry.state().isOpen()
                ? done + " " + language.text("stafflist.undo-withdrew", 1)
                : done;
    }

    private String name(RowView row) {
        return row.name().isEmpty() ? language.text("stafflist.no-name") : row.name();
    }

    /** What a prepared amendment of the line asks for; empty where there is none, or it was sent. */
    String unsent(RowView row) {
        boolean waits = row.state() == RowState.GOOD || row.state() == RowState.BAD;
        if (waits && row.leaveOn() != null) {
            return language.text("stafflist.unsent-leave-on", formats.day(row.leaveOn()));
        }
        return waits && row.intent().isAmendment()
                ? language.text("stafflist.unsent-" + row.intent().name().toLowerCase(Locale.ROOT))
                : "";
    }

    String sentence(PublicId listId, RowView.Mark mark) {
        return sentence(listId, mark.key(), mark.args().toArray());
    }

    /** A problem keeps no names, so that of the person in the other line is looked up. */
    String sentence(PublicId listId, String key, Object... args) {
        if (key.equals(TWICE) && args.length == 1 && args[0] instanceof Number number) {
            String name =
                    names.computeIfAbsent(number.intValue(), unknown -> browsing.nameAt(actor.get(), listId, unknown));
            if (!name.isEmpty()) {
                return language.text(TWICE + "-named", number, name);
            }
        }
        return language.text(key, args);
    }

    static RowFilter filter(String state, String kind, String code, String column, String words) {
        return new RowFilter(
                Arrays.stream(RowState.values())
                        .filter(each -> each.name().equals(state))
                        .findFirst(),
                kind,
                code,
                column,
                words);
    }
}
